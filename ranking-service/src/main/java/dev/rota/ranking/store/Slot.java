package dev.rota.ranking.store;

import dev.rota.ranking.evidence.Chunk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One key of a store: its value now, the value its changelog has, and chunks that still wait to become a value. */
final class Slot<V> {
    private @Nullable V value;
    private @Nullable V logged;
    private @Nullable Map<Integer, Chunk> restored;
    private boolean dirty;

    /** The value; null if there is none, or none any more. */
    @Nullable
    V value(StoreCodec<V> codec) {
        if (restored != null) {
            value = restored.isEmpty() ? null : codec.assemble(restored.values());
            logged = value;
            restored = null;
        }
        return value;
    }

    /** Puts a value, or null for none; returns whether that makes the key dirty, which it was not before. */
    boolean put(@Nullable V next, StoreCodec<V> codec) {
        value(codec);
        value = next;
        boolean clean = !dirty;
        dirty = true;
        return clean;
    }

    /** Takes in a record of the changelog. Values are put together when first asked for. */
    void restore(Chunk chunk, StoreCodec<V> codec) {
        Map<Integer, Chunk> chunks = restored;
        if (chunks == null) {
            chunks = new HashMap<>();
            if (value != null) {
                for (Chunk known : codec.changes(null, value)) {
                    chunks.put(known.name(), known);
                }
            }
            restored = chunks;
        }
        if (chunk.bytes() == null) {
            chunks.remove(chunk.name());
        } else {
            chunks.put(chunk.name(), chunk);
        }
    }

    /** What the changelog lacks; it is taken to have it from now on. */
    List<Chunk> unlogged(StoreCodec<V> codec) {
        V before = logged;
        V now = value;
        logged = now;
        dirty = false;
        if (now != null) {
            return codec.changes(before, now);
        }
        return before == null
                ? List.of()
                : codec.changes(null, before).stream()
                        .map(chunk -> new Chunk(chunk.name(), null))
                        .toList();
    }

    /** Whether there is nothing in it, and nothing of it in the changelog. */
    boolean spent() {
        return value == null && logged == null && restored == null;
    }
}
