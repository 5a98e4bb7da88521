package dev.rota.ranking.topology;

/**
 * How much of a task's time goes into estimates. Folding a result into evidence takes about a microsecond, an estimate
 * and all that follows from it a hundred: while a backlog is worked off, intermediate standings of a model would cost
 * most of the time and interest nobody. So each tick allows a number of estimates at once, and a number of those put
 * off; and next to none while results come faster than that.
 *
 * <p>How fast is averaged over a quarter of a second, since a thread serves its tasks in turns: one that got nothing
 * between two ticks has not caught up.
 *
 * <p>Ordinary traffic never meets these limits: at a thousand results a second and task, each is estimated as it comes.
 */
final class Pace {
    /** Wall time between two ticks. */
    static final int TICK_MS = 20;

    private static final int AT_ONCE = 25;
    private static final int PUT_OFF = 25;
    private static final int PUT_OFF_WHILE_BEHIND = 4;

    private static final double AVERAGED_MS = 250;
    private static final double BACKLOG_BEGINS = AVERAGED_MS / TICK_MS * AT_ONCE;
    private static final double BACKLOG_ENDS = BACKLOG_BEGINS / 2;

    private final Backlog backlog;
    private int left = AT_ONCE;
    private int asked;
    private double recent;
    private long lastMs;
    private boolean behind;

    Pace(Backlog backlog) {
        this.backlog = backlog;
    }

    /** Whether another estimate may be made at once. */
    boolean take() {
        asked++;
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }

    /**
     * A tick: how many estimates that were put off may be made now.
     *
     * @param nowMs wall time
     */
    int tick(long nowMs) {
        int unused = left;
        recent = recent * Math.exp((lastMs - nowMs) / AVERAGED_MS) + asked;
        lastMs = nowMs;
        asked = 0;
        note(recent > (behind ? BACKLOG_ENDS : BACKLOG_BEGINS));
        left = behind ? 0 : AT_ONCE;
        return behind ? PUT_OFF_WHILE_BEHIND : PUT_OFF + unused;
    }

    /** The task is closed; another one counts its own backlog. */
    void close() {
        note(false);
    }

    private void note(boolean now) {
        if (now && !behind) {
            backlog.begins();
        } else if (behind && !now) {
            backlog.ends();
        }
        behind = now;
    }
}
