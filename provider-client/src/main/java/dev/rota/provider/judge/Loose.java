package dev.rota.provider.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what looks like JSON: strict, printed by Python, cut off, or followed by something else. Never throws; what was
 * read before the damage is kept. Gives maps, lists, strings, numbers, booleans and null.
 */
final class Loose {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_VALUES = 10_000;

    private final String text;
    private int at;
    private int values;

    private Loose(String text, int from) {
        this.text = text;
        this.at = from;
    }

    /** The first object or list in the text; null if there is none. */
    static @Nullable Object first(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' || c == '[') {
                return new Loose(text, i).value(0);
            }
        }
        return null;
    }

    private @Nullable Object value(int depth) {
        skipSpace();
        if (at >= text.length() || depth > MAX_DEPTH || ++values > MAX_VALUES) {
            at = text.length();
            return null;
        }
        return switch (text.charAt(at)) {
            case '{' -> object(depth);
            case '[' -> list(depth);
            case '"', '\'' -> string();
            default -> word();
        };
    }

    private Map<String, @Nullable Object> object(int depth) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        at++;
        while (moreUntil('}')) {
            Object key = value(depth + 1);
            skipSpace();
            if (at < text.length() && text.charAt(at) == ':') {
                at++;
            }
            result.put(String.valueOf(key), value(depth + 1));
        }
        return result;
    }

    private List<@Nullable Object> list(int depth) {
        List<@Nullable Object> result = new ArrayList<>();
        at++;
        while (moreUntil(']')) {
            result.add(value(depth + 1));
        }
        return result;
    }

    /** Steps over separators; false, and past the end mark, if nothing more comes. */
    private boolean moreUntil(char end) {
        skipSpace();
        while (at < text.length() && (text.charAt(at) == ',' || text.charAt(at) == ':')) {
            at++;
            skipSpace();
        }
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        if (c == end || c == '}' || c == ']') {
            at++;
            return false;
        }
        return true;
    }

    private String string() {
        char quote = text.charAt(at++);
        StringBuilder result = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at++);
            result.append(c == '\\' && at < text.length() ? escaped() : c);
        }
        at++;
        return result.toString();
    }

    private char escaped() {
        char c = text.charAt(at++);
        return switch (c) {
            case 'n', 'r', 't', 'b', 'f' -> ' ';
            case 'u' -> unicode();
            default -> c;
        };
    }

    private char unicode() {
        try {
            char result = (char) Integer.parseInt(text.substring(at, at + 4), 16);
            at += 4;
            return result;
        } catch (NumberFormatException | StringIndexOutOfBoundsException _) {
            return '?';
        }
    }

    /** A number, true, false, null, None, or garbage up to the next mark. */
    private @Nullable Object word() {
        int from = at;
        while (at < text.length() && ",:{}[]\"'".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == from) {
            at++;
        }
        String word = text.substring(from, Math.min(at, text.length())).strip();
        return switch (word) {
            case "true", "True" -> true;
            case "false", "False" -> false;
            case "null", "None", "" -> null;
            default -> number(word);
        };
    }

    private static Object number(String word) {
        try {
            return word.length() <= 18 ? (Object) Long.valueOf(word) : word;
        } catch (NumberFormatException _) {
            return word;
        }
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
