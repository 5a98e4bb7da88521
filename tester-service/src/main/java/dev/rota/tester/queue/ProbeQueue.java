package dev.rota.tester.queue;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where one slot gets its work from. Used by one thread at a time; every delivery must be given back one way or
 * another.
 */
public interface ProbeQueue extends AutoCloseable {
    /** The next delivery; null if none came in time. */
    @Nullable
    Delivery poll(Duration timeout);

    /** The work is done and its results are published. */
    void accept(Delivery delivery);

    /**
     * The work is not done, and not the probe's fault: somebody shall take it up later.
     *
     * @param done tasks that have their result and need not be asked again
     */
    void putBack(Delivery delivery, Set<String> done);

    /** The work failed in a way that may be the probe's fault: somebody shall try again, and it counts. */
    void retry(Delivery delivery);

    @Override
    void close();
}
