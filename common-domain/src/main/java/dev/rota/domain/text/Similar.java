package dev.rota.domain.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names that have a part in common with one that does not exist: where {@link Nearest} looks at the whole, this looks
 * at the words between slashes, colons, dashes and other marks, each of which may be mistyped.
 */
public final class Similar {
    /** A shorter word is in too many names to say anything. */
    private static final int SHORTEST = 3;

    /** The variant that says what a model costs; it says nothing of which one is meant. */
    private static final String SAYS_NOTHING = "free";

    private record Scored(String name, int score, int distance) {}

    private Similar() {}

    /**
     * The likeliest first, at most so many: the nearest as a whole, or else those whose words are most like the name's.
     * A word that all candidates have counts for nothing.
     */
    public static List<String> to(String name, Collection<String> candidates, int most) {
        Optional<String> nearest = Nearest.to(name, candidates);
        if (nearest.isPresent()) {
            return List.of(nearest.get());
        }
        List<String> words = words(name).filter(word -> tells(word, candidates)).toList();
        return candidates.stream()
                .map(candidate -> new Scored(candidate, score(words, candidate), Nearest.distance(name, candidate)))
                .filter(scored -> scored.score() > 0)
                .sorted(Comparator.comparingInt((Scored scored) -> -scored.score())
                        .thenComparingInt(Scored::distance)
                        .thenComparing(Scored::name))
                .limit(most)
                .map(Scored::name)
                .toList();
    }

    /** {@code did you mean a, b or c?}; empty if nothing is like the name. */
    public static Optional<String> question(String name, Collection<String> candidates, int most) {
        List<String> similar = to(name, candidates, most);
        if (similar.isEmpty()) {
            return Optional.empty();
        }
        int last = similar.size() - 1;
        String list = last == 0
                ? similar.getFirst()
                : String.join(", ", similar.subList(0, last)) + " or " + similar.get(last);
        return Optional.of("did you mean " + list + "?");
    }

    private static Stream<String> words(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}.]+"))
                .filter(word -> word.length() >= SHORTEST && word.chars().anyMatch(Character::isLetter))
                .filter(word -> !word.equals(SAYS_NOTHING))
                .distinct();
    }

    private static boolean tells(String word, Collection<String> candidates) {
        return candidates.size() == 1
                || !candidates.stream().allMatch(candidate -> words(candidate).anyMatch(word::equals));
    }

    private static int score(List<String> words, String candidate) {
        List<String> real = words(candidate).toList();
        return words.stream()
                .mapToInt(word -> real.stream()
                        .mapToInt(other -> likeness(word, other))
                        .max()
                        .orElse(0))
                .sum();
    }

    /** How many characters two words share, if one is in the other or nearly the other. */
    private static int likeness(String word, String other) {
        if (word.contains(other) || other.contains(word)) {
            return Math.min(word.length(), other.length());
        }
        return Nearest.to(word, List.of(other))
                .map(_ -> word.length() - Nearest.distance(word, other))
                .orElse(0);
    }
}
