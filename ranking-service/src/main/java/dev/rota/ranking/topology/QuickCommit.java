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
    private final CommitRhythm rhythm;
    private boolean pending;

    /** @param after how long a change may wait; null to leave it to Streams */
    QuickCommit(@Nullable Duration after, CommitRhythm rhythm) {
        this.after = after;
        this.rhythm = rhythm;
    }

    void schedule(ProcessingContext context) {
        if (after != null) {
            context.schedule(after, PunctuationType.WALL_CLOCK_TIME, now -> commit(context, now, after));
        }
    }

    /** Something came in. */
    void changed() {
        pending = true;
    }

    private void commit(ProcessingContext context, long nowMs, Duration apart) {
        if (pending && rhythm.due(nowMs, apart)) {
            pending = false;
            context.commit();
        }
    }
}
