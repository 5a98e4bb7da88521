package dev.rota.client.kafka;

import dev.rota.runtime.batch.Batching;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Decodes batches of records on all cores, some batches ahead of who takes them, and gives them out in their order. For
 * one thread, which takes a hand in the decoding rather than wait for it.
 *
 * @param <V> the records' values
 * @param <B> what holds a batch of them
 */
final class DecodingAhead<V, B> implements AutoCloseable {
    /** As many batches in work keep all cores busy while one is taken. */
    private static final int MOST = 2 * Runtime.getRuntime().availableProcessors();

    /** To bring in another thread for fewer records would take longer than to decode them. */
    private static final int WORTH_SHARING = 200;

    private final Supplier<RecordDecoder<V>> decoders;
    private final Predicate<RuntimeException> fatal;
    private final Batching<TopicRecord<V>, B> batching;
    private final Consumer<Decoded.Refused<V>> refusals;
    private final Queue<RecordDecoder<V>> idle = new ConcurrentLinkedQueue<>();
    private final Deque<FutureTask<DecodedBatch<V, B>>> batches = new ArrayDeque<>();
    private volatile boolean closed;

    /**
     * One that holds no records yet.
     *
     * @param decoders make one for each thread that decodes
     * @param fatal after which refusals nothing more is to be read
     * @param refusals told of what could not be read, after the rest of its batch was taken
     */
    DecodingAhead(
            Supplier<RecordDecoder<V>> decoders,
            Predicate<RuntimeException> fatal,
            Batching<TopicRecord<V>, B> batching,
            Consumer<Decoded.Refused<V>> refusals) {
        this.decoders = decoders;
        this.fatal = fatal;
        this.batching = batching;
        this.refusals = refusals;
    }

    /** Adds a batch, and gives out the first ones if there are too many. */
    void add(List<ConsumerRecord<String, byte[]>> records) {
        FutureTask<DecodedBatch<V, B>> task = new FutureTask<>(() -> decode(records));
        batches.add(task);
        if (records.size() >= WORTH_SHARING) {
            ForkJoinPool.commonPool().execute(task);
        }
        while (batches.size() > MOST) {
            give(first());
        }
    }

    /** Gives out all that was added. */
    void finish() {
        while (!batches.isEmpty()) {
            give(first());
        }
    }

    private void give(DecodedBatch<V, B> batch) {
        batching.take().accept(batch.read());
        batch.refused().forEach(refusals);
    }

    private DecodedBatch<V, B> first() {
        FutureTask<DecodedBatch<V, B>> first = batches.remove();
        // To run a task that another thread has begun does nothing. The last are those that nobody has come to yet.
        first.run();
        Iterator<FutureTask<DecodedBatch<V, B>>> last = batches.descendingIterator();
        while (!first.isDone() && last.hasNext()) {
            last.next().run();
        }
        return result(first);
    }

    /** All records, or up to the first refusal after which nothing more is to be read. */
    private DecodedBatch<V, B> decode(List<ConsumerRecord<String, byte[]>> records) {
        RecordDecoder<V> free = idle.poll();
        RecordDecoder<V> decoder = free == null ? decoders.get() : free;
        DecodedBatch<V, B> batch = DecodedBatch.empty(batching.begin().get());
        for (ConsumerRecord<String, byte[]> record : records) {
            if (closed || !decode(decoder.decode(record), batch)) {
                break;
            }
        }
        idle.add(decoder);
        return batch;
    }

    /** Whether to go on. */
    private boolean decode(Decoded<V> decoded, DecodedBatch<V, B> batch) {
        switch (decoded) {
            case Decoded.Read<V> read -> batching.add().accept(batch.read(), read.record());
            case Decoded.Refused<V> refused -> {
                batch.refused().add(refused);
                return !fatal.test(refused.reason());
            }
        }
        return true;
    }

    private static <T> T result(FutureTask<T> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("decoding failed: " + e.getCause(), e);
        }
    }

    /** Drops what was not given out; no thread is at it afterwards. */
    @Override
    public void close() {
        closed = true;
        batches.forEach(FutureTask::run);
        while (!batches.isEmpty()) {
            result(batches.remove());
        }
        idle.forEach(RecordDecoder::close);
    }
}
