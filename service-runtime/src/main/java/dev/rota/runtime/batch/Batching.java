package dev.rota.runtime.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How what is read on many threads is gathered: each batch on one of them, so that what can be made of an item by
 * itself is made there, and costs the one who wants them in order nothing.
 *
 * @param begin makes a batch that holds nothing; called on any thread
 * @param add adds an item to a batch; called on the thread that fills the batch
 * @param take takes a batch with all its items; called on the reader's own thread, in the order of the items
 * @param <T> an item
 * @param <B> a batch
 */
public record Batching<T, B>(Supplier<B> begin, BiConsumer<B, T> add, Consumer<B> take) {
    /** Each item for itself, on the reader's own thread. */
    public static <T> Batching<T, List<T>> each(Consumer<T> sink) {
        return new Batching<>(ArrayList::new, List::add, batch -> batch.forEach(sink));
    }
}
