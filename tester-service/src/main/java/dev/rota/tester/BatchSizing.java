package dev.rota.tester;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How many probes are taken at once. One a slot, so that a slow model holds up nobody; more for a team of slots, the
 * shorter probes have been, where taking them is much of the work, as with providers that refuse everything. Of one
 * team; thread-safe.
 */
final class BatchSizing {
    /** Each makes a request to the brokers less of a probe's cost than the one before. */
    static final List<Integer> SIZES = List.of(1, 64, 256);

    /** What a team takes at once should be done in this time. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    /** Short probes in a row before a step is tried; each try that failed doubles it. */
    static final int FIRST_EVIDENCE = 64;

    private static final int MOST_EVIDENCE = 4_096;

    private final int slots;
    private final int most;
    private final RandomGenerator random;
    private int step;
    private int evidence;
    private int missing;
    private int held;

    private BatchSizing(int slots, int most, RandomGenerator random) {
        this.slots = slots;
        this.most = most;
        this.random = random;
        this.evidence = FIRST_EVIDENCE;
        this.missing = drawn();
    }

    /**
     * Learns from how long probes take.
     *
     * @param slots how many the team has
     * @param random spreads what slots do, since joining a group anew costs the brokers something
     */
    static BatchSizing adaptive(int slots, RandomGenerator random) {
        return new BatchSizing(slots, SIZES.size() - 1, random);
    }

    /** Always one. */
    static BatchSizing single() {
        return new BatchSizing(1, 0, () -> 0);
    }

    /** A probe that took no longer is short enough for as many to be taken at once. */
    Duration shortFor(int size) {
        return LONGEST.multipliedBy(slots).dividedBy(size);
    }

    private int drawn() {
        return evidence + random.nextInt(evidence);
    }

    /** How many a member of the group takes. */
    synchronized int size() {
        return SIZES.get(step);
    }

    /** Whether one slot takes for all of the team. */
    synchronized boolean together() {
        return step > 0;
    }

    /** A probe was finished. */
    synchronized void finished(Duration took) {
        if (step == most) {
            return;
        }
        if (took.compareTo(shortFor(SIZES.get(step + 1))) > 0) {
            missing = drawn();
        } else if (held == 0 && --missing <= 0) {
            step++;
            missing = drawn();
        }
    }

    /**
     * A slot waits for a slow probe, or has some that must not be run beside others: each takes for itself from here
     * on, at least until {@link #freed}. While one takes for all, nobody would read the partitions of the one that
     * waits.
     */
    synchronized void heldUp() {
        if (step > 0) {
            step = 0;
            evidence = Math.min(2 * evidence, MOST_EVIDENCE);
        }
        missing = drawn();
        held++;
    }

    /** A slot that was held up can take again. */
    synchronized void freed() {
        held--;
    }
}
