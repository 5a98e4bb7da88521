package dev.rota.runtime.config;

import java.util.Locale;
import java.util.regex.Pattern;

/** Hides the values of settings that hold secrets, by the words of their keys, and passwords inside addresses. */
final class Masking {
    private static final Pattern SECRET =
            Pattern.compile("password|secret|token$|jaas|credential|user\\.info|(api|private|ssl|auth)\\.?key$|sslkey");
    private static final Pattern USER_INFO = Pattern.compile("(://)[^/@\\s]+@");

    private Masking() {}

    static String of(String key, String value) {
        if (SECRET.matcher(key.toLowerCase(Locale.ROOT)).find()) {
            return "****";
        }
        return USER_INFO.matcher(value).replaceAll("$1****@");
    }
}
