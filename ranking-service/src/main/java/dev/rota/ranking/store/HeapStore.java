package dev.rota.ranking.store;

import java.util.function.BiConsumer;
import org.apache.kafka.streams.processor.StateStore;
import org.jspecify.annotations.Nullable;

/**
 * A state store of immutable values by name. For the task's thread only.
 *
 * @param <V> the values; must not change once they are in the store
 */
public interface HeapStore<V> extends StateStore {
    /** The value under the key; null if there is none. */
    @Nullable
    V get(String key);

    /** Puts a value in place of the one before. */
    void put(String key, V value);

    /** Removes what is under the key, if anything is. */
    void remove(String key);

    /** Gives every key and value, in no particular order. The store must not be changed meanwhile. */
    void forEach(BiConsumer<String, V> action);

    /** How many keys there are. */
    int size();
}
