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

    /** Chance of success at a moment, in epoch milliseconds, that is not before the results. */
    double chance(Observations results, long asOf) {
        double[] weight = prior.clone();
        double[] up = mostlyUp.clone();
        double[] keeps = new double[rates.length];
        int first = Math.max(0, results.size() - NEWEST);
        long moment = first < results.size() ? results.startedAt(first) : asOf;
        for (int i = first; i < results.size(); i++) {
            if (results.startedAt(i) - moment >= SAME_MOMENT_MS) {
                pass(weight, up, keeps, results.startedAt(i) - moment);
                moment = results.startedAt(i);
            }
            observe(weight, up, results.succeeded(i), results.kind(i));
        }
        pass(weight, up, keeps, Math.max(0, asOf - moment));
        double chance = 0;
        for (int g = 0; g < weight.length; g++) {
            chance += weight[g] * (up[g] * answersUp[g] + (1 - up[g]) * answersDown[g]);
        }
        return chance;
    }

    /** Lets time pass: the state is forgotten at each behaviour's rate, the behaviour itself more slowly. */
    private void pass(double[] weight, double[] up, double[] keeps, long elapsed) {
        for (int r = 0; r < rates.length; r++) {
            keeps[r] = PowerOfTwo.ofMinus(rates[r] * elapsed);
        }
        double keepsCharacter = PowerOfTwo.ofMinus(characterRate * elapsed);
        double total = 0;
        for (double each : weight) {
            total += each;
        }
        double scale = keepsCharacter / total;
        double fresh = 1 - keepsCharacter;
        for (int g = 0; g < weight.length; g++) {
            weight[g] = prior[g] * fresh + weight[g] * scale;
            up[g] = mostlyUp[g] + (up[g] - mostlyUp[g]) * keeps[rate[g]];
        }
    }

    /** Weighs by how well each behaviour foretold the result; the weights need not add up to one. */
    private void observe(double[] weight, double[] up, boolean success, @Nullable FailureKind kind) {
        double gone = kind == null ? 1 : Kinds.likelihoodWhileUp(kind);
        double[] whileUp = success ? answersUp : failsUp;
        double[] whileDown = success ? answersDown : failsDown;
        for (int g = 0; g < weight.length; g++) {
            double ifUp = up[g] * whileUp[g] * gone;
            double either = ifUp + (1 - up[g]) * whileDown[g];
            up[g] = ifUp / either;
            weight[g] *= either;
        }
    }
}
