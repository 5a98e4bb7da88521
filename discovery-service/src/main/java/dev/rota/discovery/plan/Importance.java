package dev.rota.discovery.plan;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.standing.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long to leave each candidate alone, were there budget for all of it.
 *
 * <p>Near the top is who could be there, if its chance of success is at the upper end of what the evidence allows: a
 * model that was unlucky a few times is looked at again sooner than one that is known to be poor. Uncertainty counts
 * only within reach of the top: whether a slow model is slow or very slow, no caller wants to know.
 */
final class Importance {
    /** Evidence of fewer than this many fresh results is thin. */
    private static final double THIN_WEIGHT = 3;

    /** So is a chance of success that may be this much higher or lower. */
    private static final double WIDE_INTERVAL = 0.4;

    /**
     * A model whose promise is this many times that of the last leader is not in reach of the top, however uncertain.
     */
    private static final double REACH = 3;

    /** What shortage makes of the number of leaders, and of the first pause after a failure, at the most. */
    private static final double FEWER = 0.25;

    private static final int FEWEST_LEADERS = 2;

    private final ProbePolicy policy;
    private final double shortage;
    private final Map<ModelId, Duration> pauses = new HashMap<>();
    private double reachMs = Double.MAX_VALUE;

    /**
     * Pauses.
     *
     * @param shortage from 0, where there is budget for all of them, to 1, where there is for an eighth or less. The
     *     less there is, the more of it goes to the few models that nearly every call meets, and to making sure of
     *     their failures: a primary in a bad spell costs every caller
     */
    Importance(List<Candidate> candidates, ProbePolicy policy, double shortage, Instant now) {
        this.policy = policy;
        this.shortage = shortage;
        Set<ModelId> leaders = leaders(candidates, now);
        for (Candidate candidate : candidates) {
            pauses.put(candidate.model(), pause(candidate, leaders.contains(candidate.model())));
        }
    }

    Duration pause(Candidate candidate) {
        return pauses.getOrDefault(candidate.model(), policy.otherEvery());
    }

    private Duration pause(Candidate candidate, boolean leader) {
        int failures = candidate.failuresInARow();
        if (failures > 0) {
            return backOff(failures);
        }
        if (leader) {
            return policy.leaderEvery();
        }
        boolean matters = candidate.standing() == null || promise(candidate) <= reachMs;
        return matters && uncertain(candidate.standing()) ? policy.uncertainEvery() : policy.otherEvery();
    }

    /** Doubles with each failure in a row. */
    private Duration backOff(int failures) {
        long factor = 1L << Math.min(failures - 1, 20);
        Duration pause = Duration.ofMillis((long) (policy.leaderEvery().toMillis() * factor * scarce()));
        return pause.compareTo(policy.longestPause()) > 0 ? policy.longestPause() : pause;
    }

    private double scarce() {
        return Math.pow(FEWER, shortage);
    }

    private static boolean uncertain(@Nullable Standing standing) {
        return standing == null
                || standing.weight() < THIN_WEIGHT
                || standing.successRateHigh() - standing.successRateLow() > WIDE_INTERVAL;
    }

    private Set<ModelId> leaders(List<Candidate> candidates, Instant now) {
        List<Candidate> ranked = candidates.stream()
                .filter(candidate -> promise(candidate) < Double.MAX_VALUE)
                .sorted(Comparator.comparingDouble(Importance::promise).thenComparing(Candidate::model))
                .toList();
        Set<ModelId> leaders = new HashSet<>();
        int fewest = Math.min(FEWEST_LEADERS, policy.leaders());
        int places = Math.max(fewest, (int) Math.round(policy.leaders() * scarce()));
        for (Candidate candidate : ranked) {
            if (leaders.size() >= places) {
                break;
            }
            leaders.add(candidate.model());
            reachMs = REACH * promise(candidate);
            if (endsSoon(candidate, now)) {
                // Its place will be free: look for who may take it while it is still there.
                places++;
            }
        }
        return leaders;
    }

    private boolean endsSoon(Candidate candidate, Instant now) {
        Instant end = candidate.facts().facts().expiresAt();
        return end != null && end.isBefore(now.plus(policy.expiryNotice()));
    }

    /** The index of contract section 4 with the chance of success at its upper bound, in milliseconds. */
    private static double promise(Candidate candidate) {
        Standing standing = candidate.standing();
        if (standing == null || standing.expectedLatencyMs() == null || standing.successRateHigh() <= 0) {
            return Double.MAX_VALUE;
        }
        double failure = standing.expectedFailureMs() == null ? 0 : standing.expectedFailureMs();
        double chance = standing.successRateHigh();
        return standing.expectedLatencyMs() + failure * (1 - chance) / chance;
    }
}
