package dev.rota.ranking.store;

import dev.rota.ranking.evidence.Chunk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.RecordBatchingStateRestoreCallback;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * The heap store and its changelog.
 *
 * <p>Dirty keys are written in {@link #flushCache}, which Streams calls before it flushes the producer and commits
 * offsets. {@link StateStore#commit} comes after that: what is written there is not covered by the commit, and a killed
 * process leaves offsets without the state that belongs to them.
 */
final class ChangeloggedHeapStore<V> implements HeapStore<V>, CachedStateStore<String, V> {
    private final String name;
    private final StoreCodec<V> codec;
    private final Map<String, Slot<V>> slots = new HashMap<>();
    private final List<String> dirty = new ArrayList<>();
    private @Nullable InternalProcessorContext<?, ?> context;
    private boolean open;

    ChangeloggedHeapStore(String name, StoreCodec<V> codec) {
        this.name = name;
        this.codec = codec;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext stateStoreContext, StateStore root) {
        context = (InternalProcessorContext<?, ?>) stateStoreContext;
        stateStoreContext.register(
                root, (RecordBatchingStateRestoreCallback) records -> records.forEach(this::restore));
        open = true;
    }

    @Override
    public @Nullable V get(String key) {
        Slot<V> slot = slots.get(key);
        return slot == null ? null : slot.value(codec);
    }

    @Override
    public void put(String key, V value) {
        Slot<V> slot = slots.get(key);
        if (slot == null) {
            slot = new Slot<>();
            slots.put(key, slot);
        }
        if (slot.put(value, codec)) {
            dirty.add(key);
        }
    }

    @Override
    public void remove(String key) {
        Slot<V> slot = slots.get(key);
        if (slot != null && slot.put(null, codec)) {
            dirty.add(key);
        }
    }

    @Override
    public void forEach(BiConsumer<String, V> action) {
        slots.forEach((key, slot) -> {
            V value = slot.value(codec);
            if (value != null) {
                action.accept(key, value);
            }
        });
    }

    @Override
    public int size() {
        return slots.size();
    }

    @Override
    public void flushCache() {
        for (String key : dirty) {
            Slot<V> slot = slots.get(key);
            if (slot != null) {
                log(key, slot.unlogged(codec));
                if (slot.spent()) {
                    slots.remove(key);
                }
            }
        }
        dirty.clear();
    }

    private void log(String key, List<Chunk> chunks) {
        InternalProcessorContext<?, ?> log = Objects.requireNonNull(context);
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        for (Chunk chunk : chunks) {
            log.logChange(
                    name,
                    Bytes.wrap(ChunkKey.bytes(keyBytes, chunk.name())),
                    chunk.bytes(),
                    Math.max(0, log.currentStreamTimeMs()),
                    new RecordHeaders(),
                    Position.emptyPosition());
        }
    }

    @Override
    public boolean setFlushListener(@Nullable CacheFlushListener<String, V> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public void clearCache() {
        // Nothing waits that flushCache has not written: Streams flushes before it recycles a task.
    }

    @Override
    public void close() {
        slots.clear();
        dirty.clear();
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    private void restore(ConsumerRecord<byte[], byte[]> change) {
        ChunkKey key = ChunkKey.parse(change.key());
        slots.computeIfAbsent(key.key(), _ -> new Slot<>()).restore(new Chunk(key.chunk(), change.value()), codec);
    }
}
