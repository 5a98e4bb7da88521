package dev.rota.ranking.store;

import java.util.Map;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Makes a heap store for each task. Its changelog is compacted and cannot be switched off: without it a restart would
 * forget.
 */
public final class HeapStores<V> implements StoreBuilder<HeapStore<V>> {
    private final String name;
    private final StoreCodec<V> codec;

    public HeapStores(String name, StoreCodec<V> codec) {
        this.name = name;
        this.codec = codec;
    }

    @Override
    public HeapStore<V> build() {
        return new ChangeloggedHeapStore<>(name, codec);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean loggingEnabled() {
        return true;
    }

    @Override
    public Map<String, String> logConfig() {
        return Map.of();
    }

    @Override
    public StoreBuilder<HeapStore<V>> withLoggingEnabled(Map<String, String> config) {
        return this;
    }

    @Override
    public StoreBuilder<HeapStore<V>> withCachingEnabled() {
        return this;
    }

    @Override
    public StoreBuilder<HeapStore<V>> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<HeapStore<V>> withLoggingDisabled() {
        throw new UnsupportedOperationException("store " + name + " lives by its changelog");
    }
}
