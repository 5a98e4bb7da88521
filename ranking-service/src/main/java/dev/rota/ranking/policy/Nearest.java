package dev.rota.ranking.policy;

import java.util.Collection;
import java.util.Comparator;

/** What somebody who wrote an unknown name may have meant. */
public final class Nearest {
    private Nearest() {}

    /** {@code , did you mean "…"?} or nothing if no known name is near. */
    public static String suggestion(String unknown, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String name) -> distance(unknown, name))
                        .thenComparing(name -> name))
                .filter(name -> distance(unknown, name) <= Math.max(2, unknown.length() / 3))
                .map(name -> ", did you mean \"" + name + "\"?")
                .orElse("");
    }

    /** Levenshtein's distance, letter case ignored. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                boolean same = Character.toLowerCase(from.charAt(i - 1)) == Character.toLowerCase(to.charAt(j - 1));
                int replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
