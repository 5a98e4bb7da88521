package dev.rota.ranking.standing;

import dev.rota.domain.result.FailureKind;
import dev.rota.ranking.evidence.Observations;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The chance that the next request succeeds: the forward filter of a two-state hidden Markov model (Rabiner 1989,
 * section III A) in continuous time, averaged over several {@link Behaviour}s by how well each foretold the results
 * (Hoeting et al. 1999).
 *
 * <p>A burst of results says little more than its first: within it the state has no time to change. So three tasks of
 * one probe, or a hundred requests of a busy minute, settle whether the model is up now, and nothing else.
 */
final class Availability {
    /** Older results than these have next to no bearing on whether the model is up now. */
    private static final int NEWEST = 64;

    /** Results nearer than this share one state; the transition is then computed once for all. */
    private static final long SAME_MOMENT_MS = 60_000;

    /** Halvings in the time in which something shrinks to 1 / e. */
    private static final double HALVINGS = 1 / StrictMath.log(2);

    private final double[] prior;
    private final double[] mostlyUp;
    private final double[] answersUp;
    private final double[] answersDown;
    private final double[] failsUp;
    private final double[] failsDown;
    private final double characterRate;

    /** The rates at which the behaviours forget a state, each once, for exponentials are what costs time. */
    private final double[] rates;

    /** Per behaviour, which of the rates is its own. */
    private final int[] rate;

    Availability(List<Behaviour> behaviours, long characterLastsMs) {
        double total = behaviours.stream().mapToDouble(Behaviour::prior).sum();
        prior = behaviours.stream().mapToDouble(b -> b.prior() / total).toArray();
        mostlyUp = behaviours.stream().mapToDouble(Behaviour::mostlyUp).toArray();
        answersUp = behaviours.stream().mapToDouble(Behaviour::answersUp).toArray();
        answersDown = behaviours.stream().mapToDouble(Behaviour::answersDown).toArray();
        failsUp = Arrays.stream(answersUp).map(chance -> 1 - chance).toArray();
        failsDown = Arrays.stream(answersDown).map(chance -> 1 - chance).toArray();
        rates = behaviours.stream()
                .mapToDouble(b -> b.forgets() * HALVINGS)
                .distinct()
                .sorted()
                .toArray();
        rate = behaviours.stream()
                .mapToInt(b -> Arrays.binarySearch(rates, b.forgets() * HALVINGS))
                .toArray();
        characterRate = HALVINGS / characterLastsMs;
    }

    /** What the results make one believe; the newest are enough. */
    Belief after(Observations results) {
        double[] weights = prior.clone();
        double[] up = mostlyUp.clone();
        if (results.size() == 0) {
            return new Belief(weights, up, Long.MAX_VALUE);
        }
        double[] keeps = new double[rates.length];
        int first = Math.max(0, results.size() - NEWEST);
        long moment = results.startedAt(first);
        double total = 0;
        for (int i = first; i < results.size(); i++) {
            FailureKind kind = results.kind(i);
            long elapsed = results.startedAt(i) - moment;
            if (elapsed >= SAME_MOMENT_MS) {
                double keepsCharacter = forget(keeps, elapsed);
                total = passAndObserve(weights, up, keeps, keepsCharacter, total, kind);
                moment = results.startedAt(i);
            } else {
                total = observe(weights, up, kind);
            }
        }
        return new Belief(weights, up, moment);
    }

    /** Chance of success at a moment, in epoch milliseconds; one before the last result counts as that one's. */
    double chance(Belief belief, long asOf) {
        double[] keeps = new double[rates.length];
        double keepsCharacter = forget(keeps, asOf <= belief.since() ? 0 : asOf - belief.since());
        double[] weights = belief.weights();
        double total = 0;
        for (double each : weights) {
            total += each;
        }
        double scale = keepsCharacter / total;
        double fresh = 1 - keepsCharacter;
        double chance = 0;
        for (int g = 0; g < weights.length; g++) {
            double weight = prior[g] * fresh + weights[g] * scale;
            double up = mostlyUp[g] + (belief.up()[g] - mostlyUp[g]) * keeps[rate[g]];
            chance += weight * (up * answersUp[g] + (1 - up) * answersDown[g]);
        }
        return chance;
    }

    /**
     * What is not forgotten while time passes: the state at each behaviour's rate, the behaviour itself more slowly.
     *
     * @param keeps takes the share that is kept of a state, per rate
     * @return the share that is kept of the behaviour
     */
    private double forget(double[] keeps, long elapsed) {
        for (int r = 0; r < rates.length; r++) {
            keeps[r] = PowerOfTwo.ofMinus(rates[r] * elapsed);
        }
        return PowerOfTwo.ofMinus(characterRate * elapsed);
    }

    /**
     * Lets time pass, and weighs by how well each behaviour foretold the next result. Both in one go, for most of the
     * time of a replay is spent here.
     *
     * @param keeps the share that is kept of a state, per rate
     * @param keepsCharacter the share that is kept of the behaviour
     * @param total the sum of the weights
     * @param kind why the request failed; null if it did not
     * @return the sum of the weights afterwards
     */
    private double passAndObserve(
            double[] weights,
            double[] up,
            double[] keeps,
            double keepsCharacter,
            double total,
            @Nullable FailureKind kind) {
        double gone = kind == null ? 1 : Kinds.likelihoodWhileUp(kind);
        double[] whileUp = kind == null ? answersUp : failsUp;
        double[] whileDown = kind == null ? answersDown : failsDown;
        double scale = keepsCharacter / total;
        double fresh = 1 - keepsCharacter;
        double sum = 0;
        for (int g = 0; g < weights.length; g++) {
            double nowUp = mostlyUp[g] + (up[g] - mostlyUp[g]) * keeps[rate[g]];
            double ifUp = nowUp * whileUp[g] * gone;
            double either = ifUp + (1 - nowUp) * whileDown[g];
            up[g] = ifUp / either;
            weights[g] = (prior[g] * fresh + weights[g] * scale) * either;
            sum += weights[g];
        }
        return sum;
    }

    /** The same in no time. */
    private double observe(double[] weights, double[] up, @Nullable FailureKind kind) {
        double gone = kind == null ? 1 : Kinds.likelihoodWhileUp(kind);
        double[] whileUp = kind == null ? answersUp : failsUp;
        double[] whileDown = kind == null ? answersDown : failsDown;
        double sum = 0;
        for (int g = 0; g < weights.length; g++) {
            double ifUp = up[g] * whileUp[g] * gone;
            double either = ifUp + (1 - up[g]) * whileDown[g];
            up[g] = ifUp / either;
            weights[g] *= either;
            sum += weights[g];
        }
        return sum;
    }
}
