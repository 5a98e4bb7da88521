package dev.rota.tester.worker;

import java.time.Instant;
import java.util.Set;

/** How the running of a probe ended. */
public sealed interface ProbeEnd {
    /** Every task has its result. */
    record Finished() implements ProbeEnd {}

    /**
     * A limit of the account lasts longer than a probe is held: it must go back.
     *
     * @param until when the limit ends
     * @param done tasks that have their result and need not be asked again
     */
    record PutBack(Instant until, Set<String> done) implements ProbeEnd {
        public PutBack {
            done = Set.copyOf(done);
        }
    }

    /**
     * The worker is stopping: the probe must go back.
     *
     * @param done tasks that have their result and need not be asked again
     */
    record Interrupted(Set<String> done) implements ProbeEnd {
        public Interrupted {
            done = Set.copyOf(done);
        }
    }
}
