package dev.rota.ranking.topology;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.jspecify.annotations.Nullable;

/**
 * Commits soon after something came in, exactly once, where a reader sees nothing before the commit; but not while a
 * backlog is worked off. Streams' own interval is then the long one. For one task's thread.
 */
final class QuickCommit {
    private final @Nullable Duration after;
    private final Backlog backlog;
    private boolean pending;

    /** @param after how long a change may wait; null to leave it to Streams */
    QuickCommit(@Nullable Duration after, Backlog backlog) {
        this.after = after;
        this.backlog = backlog;
    }

    void schedule(ProcessingContext context) {
        if (after != null) {
            context.schedule(after, PunctuationType.WALL_CLOCK_TIME, _ -> commit(context));
        }
    }

    /** Something came in. */
    void changed() {
        pending = true;
    }

    private void commit(ProcessingContext context) {
        if (pending && !backlog.lasts()) {
            pending = false;
            context.commit();
        }
    }
}
