package dev.rota.ranking.standing;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.standing.Standing;
import dev.rota.ranking.evidence.Evidence;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns evidence into standings. Immutable and safe to share between threads. */
public final class Estimator {
    private final EstimatorConfig config;
    private final Availability availability;
    private final LatencyEstimate latency;
    private final FailureCost failureCost;

    public Estimator(EstimatorConfig config) {
        this.config = config;
        this.availability =
                new Availability(config.behaviours(), config.characterLasts().toMillis());
        this.latency = new LatencyEstimate(config);
        this.failureCost = new FailureCost(config);
    }

    /** With the standard configuration. */
    public static Estimator standard() {
        return new Estimator(EstimatorConfig.standard());
    }

    /** What the evidence says at a moment, all tasks taken as equally long. */
    public Standing standing(ModelId model, Evidence evidence, @Nullable ModelFacts facts, Instant asOf) {
        return standing(model, evidence, facts, asOf, TaskNorms.NONE);
    }

    /**
     * What the evidence says at a moment.
     *
     * @param asOf evidence time: usually the newest evidence of any model; evidence later than it counts as of it
     * @param norms how long each task takes relative to the others
     */
    public Standing standing(
            ModelId model, Evidence evidence, @Nullable ModelFacts facts, Instant asOf, TaskNorms norms) {
        return standing(model, prepare(evidence, norms), facts, asOf);
    }

    /** Does what of an estimate needs no time to be known; for evidence that is asked of more than once. */
    public PreparedEvidence prepare(Evidence evidence, TaskNorms norms) {
        return new PreparedEvidence(evidence, norms, availability);
    }

    /**
     * What prepared evidence says at a moment: the same as the evidence and norms it was prepared from.
     *
     * @param asOf evidence time: usually the newest evidence of any model; evidence later than it counts as of it
     */
    public Standing standing(ModelId model, PreparedEvidence known, @Nullable ModelFacts facts, Instant asOf) {
        long now = asOf.toEpochMilli();
        double[] byAge = Weights.byAge(known.results, now, config.halfLife().toMillis());
        double[] latencyByAge = Weights.byAge(
                known.results,
                now,
                config.latencyHalfLife().toMillis(),
                byAge,
                config.halfLife().toMillis());
        Sample sample = Sample.of(known.successes, latencyByAge);
        Tally tally = known.tally;
        Evidence evidence = known.evidence;
        double weight = Weights.sum(byAge);
        double rate = Math.clamp(availability.chance(known.belief, now), 0, 1);
        Interval interval = Interval.of(rate, weight);
        Quantiles.Weighed latencies = sample.latencyQuantiles();
        Quantiles.Weighed firstTokens = sample.firstTokenQuantiles();
        boolean answered = !latencies.isEmpty();
        Double expectedLatency = answered ? (Double) latency.expectedMs(sample) : null;
        Double expectedFailure = byAge.length == 0 ? null : (Double) failureCost.expectedMs(known.failures, byAge);
        return new Standing(
                model,
                Objects.requireNonNullElse(evidence.newest(), asOf),
                facts == null ? null : facts.facts(),
                facts == null ? null : facts.retiredAt(),
                rate,
                interval.low(),
                interval.high(),
                expectedLatency,
                expectedFailure,
                index(rate, expectedLatency, expectedFailure),
                answered ? (Double) latencies.at(0.5) : null,
                answered ? (Double) latencies.at(0.95) : null,
                firstTokens.isEmpty() ? null : (Double) firstTokens.at(0.5),
                known.grades.mean(byAge),
                evidence.counted(),
                weight,
                evidence.setAside(),
                tally.consecutiveFailures(),
                tally.firstResultAt(),
                tally.lastResultAt(),
                tally.lastSuccessAt(),
                tally.lastFailureKind(),
                tally.failures(),
                known.tasks.standings(byAge));
    }

    /** c / p with c = p L + (1 - p) F (Mitten 1960), which is L + F (1 - p) / p. */
    static @Nullable Double index(double rate, @Nullable Double latencyMs, @Nullable Double failureMs) {
        if (latencyMs == null || failureMs == null) {
            return null;
        }
        return latencyMs + failureMs * (1 - rate) / Math.max(rate, 1e-6);
    }
}
