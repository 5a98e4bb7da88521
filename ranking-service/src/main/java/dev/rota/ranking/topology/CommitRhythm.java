package dev.rota.ranking.topology;

import java.time.Duration;

/**
 * When the tasks of a thread may ask for a commit. One task's commit is one of all tasks of its thread, so that each
 * asking for its own would make as many transactions as there are tasks. Safe for use by many threads.
 */
final class CommitRhythm {
    private static final long NEVER = Long.MIN_VALUE;

    private final Backlog backlog;
    private final ThreadLocal<Long> last = ThreadLocal.withInitial(() -> NEVER);

    CommitRhythm(Backlog backlog) {
        this.backlog = backlog;
    }

    /**
     * Whether the calling thread is to commit now; if so, it counts as done.
     *
     * @param nowMs wall time
     * @param apart the least time between two commits of a thread
     */
    boolean due(long nowMs, Duration apart) {
        long before = last.get();
        if (backlog.lasts() || (before != NEVER && nowMs - before < apart.toMillis())) {
            return false;
        }
        last.set(nowMs);
        return true;
    }
}
