package dev.rota.tester;

import dev.rota.tester.queue.Delivery;
import dev.rota.tester.queue.Outbox;
import dev.rota.tester.queue.ProbeQueue;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * What is to be said of a delivery, once its results have arrived.
 *
 * @param done with {@link End#PUT_BACK} and {@link End#INTERRUPTED}, tasks that have their result
 * @param published on their way
 */
record Settlement(Delivery delivery, End end, Set<String> done, List<Future<RecordMetadata>> published) {
    /** How the work on a delivery ended; a public name in metrics, in lower case. */
    enum End {
        FINISHED,
        DEAD_LETTER,
        PUT_BACK,
        INTERRUPTED,
        FAILED;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether the same would be met again at once. */
        boolean wantsRest() {
            return this == PUT_BACK || this == FAILED;
        }
    }

    Settlement {
        done = Set.copyOf(done);
        published = List.copyOf(published);
    }

    static Settlement of(Delivery delivery, End end) {
        return new Settlement(delivery, end, Set.of(), List.of());
    }

    /** Waits for the results, then says it. */
    void tell(ProbeQueue queue) {
        published.forEach(Outbox::await);
        switch (end) {
            case FINISHED, DEAD_LETTER -> queue.accept(delivery);
            case PUT_BACK, INTERRUPTED -> queue.putBack(delivery, done);
            case FAILED -> queue.retry(delivery);
        }
    }
}
