package dev.rota.ranking.evidence;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Numbers names from 0, and tells the name of a number again. For many threads at once: whoever got a number, or was
 * handed it by a thread that got it, finds its name.
 *
 * @param <K> what is looked up
 * @param <N> the name that is told
 */
final class Numbering<K, N> {
    private final Map<K, Integer> numbers = new ConcurrentHashMap<>();
    private final Function<K, N> naming;
    private volatile Object[] names = new Object[16];
    private int size;

    Numbering(Function<K, N> naming) {
        this.naming = naming;
    }

    int number(K key) {
        Integer known = numbers.get(key);
        return known == null ? numbers.computeIfAbsent(key, this::next) : known;
    }

    private synchronized int next(K key) {
        Object[] all = size == names.length ? Arrays.copyOf(names, 2 * size) : names;
        all[size] = naming.apply(key);
        // Written even where it is the same array: whoever reads it afterwards is to see the new name in it.
        names = all;
        return size++;
    }

    @SuppressWarnings("unchecked") // only names are put there
    N name(int number) {
        return (N) names[number];
    }

    synchronized int size() {
        return size;
    }
}
