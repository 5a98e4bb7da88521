package dev.rota.ranking.standing;

import java.time.Duration;
import java.util.List;

/**
 * What is believed before any evidence, and how fast evidence ages. One configuration serves all policies, for they
 * share one store of standings.
 *
 * @param halfLife after which a result weighs half, for quality, costs of failure and the weight of the evidence
 * @param latencyHalfLife the same for latencies, which drift faster
 * @param behaviours how models may behave; the mixture of them is the prior of the success rate
 * @param characterLasts mean time until a model's behaviour is another one (a new host, a new limit)
 * @param typicalLatency median latency of a success, of models in general
 * @param latencySpread standard deviation of the logarithm of a model's latency, of models in general
 * @param latencyPrior how many results the two are worth
 * @param typicalFailure time lost to a failure, of models in general
 * @param failurePrior how many results it is worth
 */
public record EstimatorConfig(
        Duration halfLife,
        Duration latencyHalfLife,
        List<Behaviour> behaviours,
        Duration characterLasts,
        Duration typicalLatency,
        double latencySpread,
        double latencyPrior,
        Duration typicalFailure,
        double failurePrior) {

    public EstimatorConfig {
        positive("halfLife", halfLife);
        positive("latencyHalfLife", latencyHalfLife);
        positive("characterLasts", characterLasts);
        positive("typicalLatency", typicalLatency);
        positive("typicalFailure", typicalFailure);
        positive("latencySpread", latencySpread);
        positive("latencyPrior", latencyPrior);
        positive("failurePrior", failurePrior);
        behaviours = List.copyOf(behaviours);
        if (behaviours.isEmpty()) {
            throw new IllegalArgumentException("behaviours must name at least one");
        }
    }

    /** The values every measurement in {@code docs/ranking.md} was made with. */
    public static EstimatorConfig standard() {
        return new EstimatorConfig(
                Duration.ofDays(14),
                Duration.ofDays(7),
                StandardBehaviours.ALL,
                Duration.ofDays(300),
                Duration.ofSeconds(3),
                0.5,
                2,
                Duration.ofSeconds(5),
                0.5);
    }

    private static void positive(String name, Duration value) {
        if (value.toMillis() <= 0) {
            throw new IllegalArgumentException(name + " must be a millisecond or more, not " + value);
        }
    }

    private static void positive(String name, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(name + " must be more than 0, not " + value);
        }
    }
}
