package dev.rota.ranking.standing;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.standing.Standing;
import dev.rota.ranking.evidence.Evidence;
import dev.rota.ranking.evidence.Observations;
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
        Observations results = evidence.observations();
        long now = asOf.toEpochMilli();
        double[] byAge = Weights.byAge(results, now, config.halfLife().toMillis());
        double[] latencyByAge = Weights.byAge(
                results,
                now,
                config.latencyHalfLife().toMillis(),
                byAge,
                config.halfLife().toMillis());
        Sample sample = Sample.of(results, latencyByAge, norms);
        Tally tally = new Tally(results, byAge);
        double weight = Weights.sum(byAge);
        double rate = Math.clamp(availability.chance(results, now), 0, 1);
        Interval interval = Interval.of(rate, weight);
        Quantiles latencies = sample.latencyQuantiles();
        Quantiles firstTokens = sample.firstTokenQuantiles();
        boolean answered = sample.size() > 0;
        Double expectedLatency = answered ? (Double) latency.expectedMs(sample) : null;
        Double expectedFailure = results.size() == 0 ? null : (Double) failureCost.expectedMs(results, byAge);
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
                tally.quality,
                evidence.counted(),
                weight,
                evidence.setAside(),
                tally.consecutiveFailures,
                tally.firstResultAt,
                tally.lastResultAt,
                tally.lastSuccessAt,
                tally.lastFailureKind,
                tally.failures,
                tally.tasks);
    }

    /** c / p with c = p L + (1 - p) F (Mitten 1960), which is L + F (1 - p) / p. */
    static @Nullable Double index(double rate, @Nullable Double latencyMs, @Nullable Double failureMs) {
        if (latencyMs == null || failureMs == null) {
            return null;
        }
        return latencyMs + failureMs * (1 - rate) / Math.max(rate, 1e-6);
    }
}
