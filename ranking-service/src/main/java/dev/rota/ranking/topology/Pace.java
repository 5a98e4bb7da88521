package dev.rota.ranking.topology;

/**
 * How much of a task's time goes into estimates. Folding a result into evidence takes well under a microsecond, an
 * estimate some tens of them: while a backlog is worked off, intermediate standings of a model would cost most of the
 * time and interest nobody. So each tick allows a number of estimates at once, and a number of those put off.
 *
 * <p>Ordinary traffic never meets these limits: at 500 results a second, each is estimated as it comes.
 */
final class Pace {
    /** Wall time between two ticks. */
    static final int TICK_MS = 20;

    private static final int AT_ONCE = 25;
    private static final int PUT_OFF = 25;

    private int left = AT_ONCE;

    /** Whether another estimate may be made at once. */
    boolean take() {
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }

    /** A tick: how many estimates that were put off may be made now. */
    int tick() {
        int unused = left;
        left = AT_ONCE;
        return PUT_OFF + unused;
    }
}
