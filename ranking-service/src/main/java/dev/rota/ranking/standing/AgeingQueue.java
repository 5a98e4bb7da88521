package dev.rota.ranking.standing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Which standings are to be estimated anew, as {@link Ageing} says. For one thread at a time.
 *
 * @param <K> what names a model
 */
public final class AgeingQueue<K extends Comparable<K>> {
    private final Map<K, Wait> waits = new HashMap<>();
    private final PriorityQueue<Entry<K>> queue = new PriorityQueue<>();

    /** When a key was put into the queue for. One that is due later by now is moved only when it comes up. */
    private record Entry<K extends Comparable<K>>(long at, K key) implements Comparable<Entry<K>> {
        @Override
        public int compareTo(Entry<K> other) {
            int order = Long.compare(at, other.at);
            return order != 0 ? order : key.compareTo(other.key);
        }
    }

    /** When a key is due, and the only one of its entries that counts. */
    private static final class Wait {
        private long due;
        private long queuedFor = Long.MAX_VALUE;
    }

    /** A standing was estimated. */
    public void estimated(K key, long at, long newestResultAt) {
        wait(key, Ageing.due(at, newestResultAt));
    }

    /** A standing was estimated that is far from mattering to anybody. */
    public void estimatedFar(K key, long at) {
        wait(key, Ageing.rare(at));
    }

    private void wait(K key, long due) {
        Wait wait = waits.computeIfAbsent(key, _ -> new Wait());
        wait.due = due;
        if (due < wait.queuedFor) {
            queue(wait, key);
        }
    }

    private void queue(Wait wait, K key) {
        wait.queuedFor = wait.due;
        queue.add(new Entry<>(wait.due, key));
    }

    /** Those that are due, the longest overdue first; each must be {@link #estimated} again to come up again. */
    public List<K> due(long now) {
        List<K> due = new ArrayList<>();
        while (!queue.isEmpty() && queue.peek().at <= now) {
            Entry<K> entry = queue.remove();
            Wait wait = waits.get(entry.key);
            if (wait == null || wait.queuedFor != entry.at) {
                continue;
            }
            if (wait.due > now) {
                queue(wait, entry.key);
            } else {
                waits.remove(entry.key);
                due.add(entry.key);
            }
        }
        return due;
    }
}
