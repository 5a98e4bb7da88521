/**
 * State of the topology, kept as the objects it is worked with.
 *
 * <p>{@link dev.rota.ranking.store.HeapStore} is a map in the heap. What changed between two commits is written to a
 * changelog topic just before the commit, in {@link dev.rota.ranking.store.StoreCodec chunks}, and read back from there
 * when the task starts elsewhere. So a record costs a map access instead of a serialization each way.
 */
@NullMarked
package dev.rota.ranking.store;

import org.jspecify.annotations.NullMarked;
