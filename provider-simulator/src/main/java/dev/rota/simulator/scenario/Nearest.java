package dev.rota.simulator.scenario;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant. */
final class Nearest {
    private Nearest() {}

    /** The known word with the fewest edits, if they are few for its length. */
    static Optional<String> to(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(k -> distance(word, k)))
                .filter(k -> distance(word, k) <= Math.max(2, k.length() / 3));
    }

    /** "; did you mean x?", or the whole list where nothing is near. */
    static String hint(String word, Collection<String> known) {
        return to(word, known)
                .map(Nearest::question)
                .orElse("; known: " + String.join(", ", known.stream().sorted().toList()));
    }

    /** "; did you mean x?", or nothing where nothing is near. */
    static String suggestion(String word, Collection<String> known) {
        return to(word, known).map(Nearest::question).orElse("");
    }

    private static String question(String near) {
        return "; did you mean " + near + "?";
    }

    /** Levenshtein's distance, ignoring case. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
