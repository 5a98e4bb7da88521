package dev.rota.client.kafka;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of a batch of records.
 *
 * @param read those that could be read, in their order
 * @param refused the others, in theirs
 * @param <V> the records' values
 * @param <B> what holds them
 */
record DecodedBatch<V, B>(B read, List<Decoded.Refused<V>> refused) {
    static <V, B> DecodedBatch<V, B> empty(B nothing) {
        return new DecodedBatch<>(nothing, new ArrayList<>(0));
    }
}
