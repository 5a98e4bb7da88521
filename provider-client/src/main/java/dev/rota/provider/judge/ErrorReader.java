package dev.rota.provider.judge;

import dev.rota.provider.Headers;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an error from a body or a frame of a stream, in whatever form it comes. One use each. */
final class ErrorReader {
    /** Enough of any error; the rest is a page's decoration or a model's text. */
    private static final int MAX_BODY = 32 * 1024;

    private static final int MAX_WORDS = 8 * 1024;
    private static final int MAX_NESTING = 4;

    private static final Pattern HTML = Pattern.compile("(?is)^\\s*(?:<!doctype\\s+html|<html|<head|<body|<\\?xml)");
    private static final Pattern HTML_NOISE = Pattern.compile("(?is)<(script|style)\\b.*?(?:</\\1>|$)|<[^>]*>|&\\w+;");

    /** {@code Error code: 429 - …}, {@code HTTP 429: …}, {@code 502 Bad Gateway}, {@code | 524: A timeout occurred}. */
    private static final Pattern STATUS_IN_TEXT = Pattern.compile(
            "(?i)(?:\\b(?:error|code|status|http)\\b[\\s:/.\\d]{0,8}?|^\\s*|[|]\\s*)([45]\\d\\d)\\b(?=\\s*[-:|{]|\\s+[A-Za-z]|\\s*$)");

    private static final Pattern UPSTREAM =
            Pattern.compile("\\bupstream\\b|error from provider|provider returned error|provider error");

    private static final Set<String> CODE_KEYS = Set.of("code", "type", "status", "error_code", "error_type", "reason");

    /** What repeats earlier attempts, or echoes the request, says nothing of this error. */
    private static final Set<String> ECHOES = Set.of("previous_errors", "user_id", "request", "documentation_url");

    private final RawResponse response;
    private final StringBuilder words = new StringBuilder();
    private final Set<String> codes = new LinkedHashSet<>();
    private @Nullable String code;
    private @Nullable String message;
    private @Nullable String inner;
    private @Nullable String provider;
    private int ownStatus;
    private boolean upstream;
    private boolean ownKey;
    private boolean structured;
    private Headers quotaHeaders = Headers.none();

    private ErrorReader(RawResponse response) {
        this.response = response;
    }

    static ErrorReport read(RawResponse response) {
        return new ErrorReader(response).report();
    }

    private ErrorReport report() {
        String body = response.body();
        String bounded = body.length() > MAX_BODY ? body.substring(0, MAX_BODY) : body;
        boolean html = HTML.matcher(bounded).find();
        if (html) {
            plain(HTML_NOISE.matcher(bounded).replaceAll(" ").replaceAll("\\s+", " "));
        } else if (Loose.first(bounded) instanceof Map<?, ?> object) {
            structured = true;
            plainPrefix(bounded);
            walk(object, 0);
        } else {
            plain(bounded);
        }
        String all = words.toString().toLowerCase(Locale.ROOT);
        return new ErrorReport(
                response.status(),
                status(),
                all,
                codes,
                code,
                sentence(),
                upstream || UPSTREAM.matcher(all).find(),
                ownKey,
                structured,
                html,
                quotaHeaders);
    }

    private int status() {
        return response.status() >= 400 ? response.status() : ownStatus;
    }

    private String sentence() {
        String outer = message == null ? words.toString() : message;
        String full = inner == null || outer.contains(inner) ? outer : outer + ": " + inner;
        return provider == null ? full : full + " (" + provider + ")";
    }

    private void plain(String text) {
        add(text);
        statusFrom(text);
    }

    /** What stands before the object, as in {@code Error code: 429 - {…}}. */
    private void plainPrefix(String text) {
        int object = text.indexOf('{');
        if (object > 0) {
            plain(text.substring(0, object));
        }
    }

    private void statusFrom(String text) {
        Matcher matcher = STATUS_IN_TEXT.matcher(text);
        if (ownStatus == 0 && matcher.find()) {
            ownStatus = Integer.parseInt(matcher.group(1));
        }
    }

    private void walk(Map<?, ?> object, int depth) {
        object.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (!ECHOES.contains(name) && depth <= MAX_NESTING) {
                member(name, value, depth);
            }
        });
    }

    private void member(String name, @Nullable Object value, int depth) {
        note(name, value);
        switch (value) {
            case null -> {}
            case Map<?, ?> map when name.equals("headers") -> quotaHeaders = headers(map);
            case Map<?, ?> map -> walk(map, depth + 1);
            case List<?> list -> list.forEach(item -> member(name, item, depth + 1));
            case String text -> text(name, text, depth);
            default -> add(name + " " + value);
        }
    }

    /** JSON inside a string is read too. */
    private void text(String name, String text, int depth) {
        int before = words.length();
        boolean nested = text.indexOf('{') >= 0 && Loose.first(text) instanceof Map<?, ?>;
        if (nested && Loose.first(text) instanceof Map<?, ?> object) {
            String outerMessage = message;
            message = null;
            walk(object, depth + 1);
            inner = message == null ? inner : message;
            message = outerMessage;
        }
        if (words.length() == before) {
            add(text);
        }
        if (name.equals("raw") && inner == null && !nested) {
            inner = text;
        }
    }

    private void note(String name, @Nullable Object value) {
        if (CODE_KEYS.contains(name) && (value instanceof String || value instanceof Long)) {
            noteCode(String.valueOf(value));
        }
        switch (name) {
            case "message", "detail", "title", "error" -> {
                if (message == null && value instanceof String text && text.indexOf('{') < 0) {
                    message = text;
                }
            }
            case "provider_name" -> {
                if (value instanceof String text && !text.isBlank()) {
                    upstream = true;
                    provider = text;
                }
            }
            case "raw" -> upstream |= value != null;
            case "limit_source" -> upstream |= String.valueOf(value).contains("upstream");
            case "is_byok" -> ownKey |= Boolean.TRUE.equals(value);
            default -> {}
        }
    }

    private void noteCode(String value) {
        if (value.length() > 80 || value.startsWith("http")) {
            return;
        }
        codes.add(value.toLowerCase(Locale.ROOT));
        if (code == null) {
            code = value;
        }
        if (ownStatus == 0 && value.matches("[45]\\d\\d")) {
            ownStatus = Integer.parseInt(value);
        }
    }

    private static Headers headers(Map<?, ?> map) {
        Headers result = Headers.none();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            result = result.with(String.valueOf(entry.getKey()), String.valueOf(entry.getValue()));
        }
        return result;
    }

    private void add(String text) {
        if (words.length() < MAX_WORDS) {
            words.append(words.isEmpty() ? "" : " ").append(text, 0, Math.min(text.length(), MAX_WORDS));
        }
    }
}
