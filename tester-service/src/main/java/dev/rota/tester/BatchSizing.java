package dev.rota.tester;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How many probes are taken at once. One a slot, so that a slow model holds up nobody; many for a team of slots, once
 * probes have been so short that taking them one by one is most of the work, as with providers that refuse everything.
 * Of one team; thread-safe.
 */
final class BatchSizing {
    /** Enough that a request to the brokers is little of a probe's cost. */
    static final int MANY = 64;

    /** A probe that took no longer was a short one. */
    static final Duration SHORT = Duration.ofMillis(250);

    /** Short probes in a row before the first try; each try that failed doubles it. */
    static final int FIRST_EVIDENCE = 64;

    private static final int MOST_EVIDENCE = 4_096;

    private final int most;
    private final RandomGenerator random;
    private int evidence;
    private int missing;
    private int held;
    private boolean many;

    private BatchSizing(int most, RandomGenerator random) {
        this.most = most;
        this.random = random;
        this.evidence = FIRST_EVIDENCE;
        this.missing = drawn();
    }

    /**
     * Learns from how long probes take.
     *
     * @param random spreads what slots do, since joining a group anew costs the brokers something
     */
    static BatchSizing adaptive(RandomGenerator random) {
        return new BatchSizing(MANY, random);
    }

    /** Always one. */
    static BatchSizing single() {
        return new BatchSizing(1, () -> 0);
    }

    private int drawn() {
        return evidence + random.nextInt(evidence);
    }

    /** How many a member of the group takes. */
    synchronized int size() {
        return many ? most : 1;
    }

    /** Whether one slot takes for all of the team. */
    synchronized boolean together() {
        return many && most > 1;
    }

    /** A probe was finished. */
    synchronized void finished(Duration took) {
        if (took.compareTo(SHORT) > 0) {
            missing = drawn();
        } else if (held == 0 && --missing <= 0) {
            many = true;
        }
    }

    /**
     * A slot waits for a slow probe, or has some that must not be run beside others: each takes for itself from here
     * on, at least until {@link #freed}. While one takes for all, nobody would read the partitions of the one that
     * waits.
     */
    synchronized void heldUp() {
        if (many) {
            many = false;
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
