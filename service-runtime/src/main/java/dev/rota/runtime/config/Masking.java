package dev.rota.runtime.config;

import java.util.Locale;
import java.util.regex.Pattern;

/** Hides the values of settings that hold secrets, by the words of their keys, and passwords inside addresses. */
public final class Masking {
    private static final Pattern SECRET = Pattern.compile(
            "password|secret|(?<!first)token$|jaas|credential|user\\.info|(api|private|ssl|auth)\\.?key$|sslkey");
    private static final Pattern USER_INFO = Pattern.compile("(://)[^/@\\s]+@");

    private Masking() {}

    /** Whether a key's words say that its value is a secret. */
    public static boolean secret(String key) {
        return SECRET.matcher(key.toLowerCase(Locale.ROOT)).find();
    }

    static String of(String key, String value) {
        if (secret(key) && !key.endsWith(".file")) {
            return "****";
        }
        return USER_INFO.matcher(value).replaceAll("$1****@");
    }
}
