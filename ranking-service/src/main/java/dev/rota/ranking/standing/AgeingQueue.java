package dev.rota.ranking.standing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;

/**
 * Which standings are to be estimated anew, as {@link Ageing} says. For one thread at a time.
 *
 * @param <K> what names a model
 */
public final class AgeingQueue<K extends Comparable<K>> {
    private final Map<K, Long> dueAt = new HashMap<>();
    private final PriorityQueue<Entry<K>> queue =
            new PriorityQueue<>(Comparator.comparingLong(Entry<K>::at).thenComparing(Entry::key));

    /**
     * When a key was last put into the queue for; each is there at most once, for it is moved only when it comes up.
     */
    private record Entry<K>(long at, K key) {}

    /** A standing was estimated. */
    public void estimated(K key, long at, long newestResultAt) {
        long next = Ageing.due(at, newestResultAt);
        if (dueAt.put(key, next) == null) {
            queue.add(new Entry<>(next, key));
        }
    }

    /** Those that are due, the longest overdue first; each must be {@link #estimated} again to come up again. */
    public List<K> due(long now) {
        List<K> due = new ArrayList<>();
        while (!queue.isEmpty() && queue.peek().at <= now) {
            K key = queue.remove().key;
            long next = Objects.requireNonNull(dueAt.get(key));
            if (next > now) {
                queue.add(new Entry<>(next, key));
            } else {
                dueAt.remove(key);
                due.add(key);
            }
        }
        return due;
    }
}
