package dev.rota.domain.model;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Words, such as modalities or parameters: sorted, each once, never changed. A set like any other to compare with, in a
 * fraction of the memory: catalogues repeat a few sets for thousands of models. Thread-safe.
 */
public final class WordSet extends AbstractSet<String> {
    private final String[] words;
    private final int hash;

    private WordSet(String[] words) {
        this.words = words;
        this.hash = super.hashCode();
    }

    /** A set of the words, in whatever order they come; of a word set, itself. */
    public static WordSet of(Collection<String> words) {
        if (words instanceof WordSet set) {
            return set;
        }
        String[] array = words.toArray(String[]::new);
        return new WordSet(ascending(array) ? array : sorted(array));
    }

    private static String[] sorted(String[] words) {
        return Arrays.stream(words).sorted().distinct().toArray(String[]::new);
    }

    /** Whether they are sorted, with none twice. */
    private static boolean ascending(String[] words) {
        for (int i = 1; i < words.length; i++) {
            if (words[i - 1].compareTo(words[i]) >= 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.asList(words).iterator();
    }

    @Override
    public int size() {
        return words.length;
    }

    @Override
    public boolean contains(@Nullable Object word) {
        return word instanceof String text && Arrays.binarySearch(words, text) >= 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WordSet set ? Arrays.equals(words, set.words) : super.equals(other);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
