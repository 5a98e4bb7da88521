package dev.rota.ranking.store;

import dev.rota.ranking.evidence.Chunk;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a store's values travel to the changelog and back.
 *
 * @param <V> the values
 */
public interface StoreCodec<V> {
    /**
     * The chunks to write so that those of {@code before} become those of {@code after}.
     *
     * @param before what the changelog has; null if it has nothing
     */
    List<Chunk> changes(@Nullable V before, V after);

    /** Puts the chunks the changelog kept together again. */
    V assemble(Collection<Chunk> chunks);
}
