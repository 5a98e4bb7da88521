package dev.rota.discovery.filter;

import java.util.Locale;

/**
 * A pattern of provider ids: {@code *} stands for any text, slashes included, {@code ?} for one character; case does
 * not matter. Valid: {@code meta-llama/*:free}.
 *
 * @param pattern as written
 */
public record IdGlob(String pattern) {
    public IdGlob {
        if (pattern.isBlank()) {
            throw new IllegalArgumentException("an id pattern must not be empty; * stands for every id");
        }
    }

    /** Whether the id matches. Takes time in proportion to both lengths: no pattern of a user's can hang it. */
    public boolean matches(String id) {
        String glob = pattern.toLowerCase(Locale.ROOT);
        String text = id.toLowerCase(Locale.ROOT);
        int g = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (g < glob.length() && glob.charAt(g) == '*') {
                star = g++;
                resume = t;
            } else if (g < glob.length() && (glob.charAt(g) == '?' || glob.charAt(g) == text.charAt(t))) {
                g++;
                t++;
            } else if (star >= 0) {
                g = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        return glob.substring(g).chars().allMatch(c -> c == '*');
    }
}
