package dev.rota.provider;

import java.util.regex.Pattern;

/**
 * Takes secrets out of texts that strangers wrote, such as error messages that quote our request.
 *
 * <p>It works on forms, not on known keys: what looks like a credential is masked, whoever it belongs to.
 */
public final class Redaction {
    private static final String MASK = "****";

    /** Keys by their well-known beginnings, such as {@code sk-or-v1-…}, {@code gsk_…}, {@code AIza…}. */
    private static final Pattern KEY =
            Pattern.compile("\\b(?:sk|pk|rk|key|xai|gsk|hf|nvapi|r8|pplx|csk|tgp|ghp|gho|glpat)[-_][A-Za-z0-9_\\-]{8,}"
                    + "|\\bAIza[A-Za-z0-9_\\-]{20,}|\\beyJ[A-Za-z0-9_\\-]{10,}(?:\\.[A-Za-z0-9_\\-]+){1,2}");

    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=\\-]{6,}");

    /** {@code api_key=…}, {@code "token": "…"}, {@code Authorization: …} and the like. */
    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:api[-_ ]?key|access[-_ ]?token|auth[-_ ]?token|secret|password|authorization)[\"']?\\s*(?:provided)?\\s*[:=]\\s*[\"']?)"
                    + "(?!\\*\\*\\*\\*|bearer|basic)[^\\s\"',;&}]{4,}");

    /** User name and password in a URI. */
    private static final Pattern USER_INFO = Pattern.compile("(?i)(https?://)[^/\\s:@]+:[^/\\s@]+@");

    /** Our own user's number, which some providers put into every error. */
    private static final Pattern USER = Pattern.compile("\\b(?:user|org)[-_][A-Za-z0-9]{10,}\\b");

    private Redaction() {}

    /** The text without what looks like a secret. */
    public static String redact(String text) {
        String result = BEARER.matcher(text).replaceAll("$1 " + MASK);
        result = KEY.matcher(result).replaceAll(MASK);
        result = NAMED.matcher(result).replaceAll("$1" + MASK);
        result = USER_INFO.matcher(result).replaceAll("$1" + MASK + "@");
        return USER.matcher(result).replaceAll(MASK);
    }
}
