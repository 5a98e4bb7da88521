package dev.rota.client.kafka;

import java.util.ArrayDeque;
import java.util.ArrayList;
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
 */
final class DecodingAhead<V> implements AutoCloseable {
    /** As many batches in work keep all cores busy while one is taken. */
    private static final int MOST = 2 * Runtime.getRuntime().availableProcessors();

    /** To bring in another thread for fewer records would take longer than to decode them. */
    private static final int WORTH_SHARING = 200;

    private final Supplier<RecordDecoder<V>> decoders;
    private final Predicate<RuntimeException> fatal;
    private final Queue<RecordDecoder<V>> idle = new ConcurrentLinkedQueue<>();
    private final Deque<FutureTask<List<Decoded<V>>>> batches = new ArrayDeque<>();
    private volatile boolean closed;

    /**
     * One that holds no records yet.
     *
     * @param decoders make one for each thread that decodes
     * @param fatal after which refusals nothing more is to be read
     */
    DecodingAhead(Supplier<RecordDecoder<V>> decoders, Predicate<RuntimeException> fatal) {
        this.decoders = decoders;
        this.fatal = fatal;
    }

    /** Adds a batch, and gives out the first ones if there are too many. */
    void add(List<ConsumerRecord<String, byte[]>> batch, Consumer<Decoded<V>> sink) {
        FutureTask<List<Decoded<V>>> task = new FutureTask<>(() -> decode(batch));
        batches.add(task);
        if (batch.size() >= WORTH_SHARING) {
            ForkJoinPool.commonPool().execute(task);
        }
        while (batches.size() > MOST) {
            takeFirst(sink);
        }
    }

    /** Gives out all that was added. */
    void finish(Consumer<Decoded<V>> sink) {
        while (!batches.isEmpty()) {
            takeFirst(sink);
        }
    }

    private void takeFirst(Consumer<Decoded<V>> sink) {
        FutureTask<List<Decoded<V>>> first = batches.remove();
        // To run a task that another thread has begun does nothing. The last are those that nobody has come to yet.
        first.run();
        Iterator<FutureTask<List<Decoded<V>>>> last = batches.descendingIterator();
        while (!first.isDone() && last.hasNext()) {
            last.next().run();
        }
        result(first).forEach(sink);
    }

    /** All records, or up to the first refusal after which nothing more is to be read. */
    private List<Decoded<V>> decode(List<ConsumerRecord<String, byte[]>> batch) {
        RecordDecoder<V> free = idle.poll();
        RecordDecoder<V> decoder = free == null ? decoders.get() : free;
        List<Decoded<V>> decoded = new ArrayList<>(batch.size());
        for (ConsumerRecord<String, byte[]> record : batch) {
            if (closed) {
                break;
            }
            Decoded<V> next = decoder.decode(record);
            decoded.add(next);
            if (next instanceof Decoded.Refused<V> refused && fatal.test(refused.reason())) {
                break;
            }
        }
        idle.add(decoder);
        return decoded;
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
        finish(_ -> {});
        idle.forEach(RecordDecoder::close);
    }
}
