package dev.rota.tester.queue;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Where one slot gets its work from. Used by one thread at a time; every delivery must be given back one way or another
 * before the next poll, which tells the brokers with its own request. {@link #flush} tells them at once.
 */
public interface ProbeQueue extends AutoCloseable {
    /** The next deliveries, as many as the queue was opened for at most; none if none came in time. */
    List<Delivery> poll(Duration timeout);

    /** The work is done and its results are published. */
    void accept(Delivery delivery);

    /**
     * The work is not done, and not the probe's fault: somebody shall take it up later.
     *
     * @param done tasks that have their result and need not be asked again
     */
    void putBack(Delivery delivery, Set<String> done);

    /**
     * The work was not begun, and it may be this probe that kills workers: somebody shall take it up behind all others,
     * with its deliveries so far but this one.
     */
    void postpone(Delivery delivery);

    /** The work failed in a way that may be the probe's fault: somebody shall try again, and it counts. */
    void retry(Delivery delivery);

    /** Tells the brokers what was given back since the last poll, where the next one may be far. */
    void flush();

    /** Leaves the group. What was given back is told, what was not goes to somebody else. */
    @Override
    void close();
}
