package dev.rota.discovery.month;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.standing.Standing;
import dev.rota.domain.standing.TaskStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What probes have told of one model: counts that halve every two days, and a prior of one success and one failure. A
 * plain estimator on purpose: the simulation measures planning, not estimation.
 */
final class Evidence {
    private static final double HALF_LIFE_MS = Duration.ofDays(2).toMillis();

    private final ModelId model;
    private double successes;
    private double failures;
    private double latencySum;
    private double failureSum;
    private int inARow;
    private @Nullable Instant last;

    Evidence(String id) {
        this.model = new ModelId("c", id);
    }

    void add(Instant at, double outcome) {
        double keep =
                last == null ? 1 : Math.pow(0.5, Duration.between(last, at).toMillis() / HALF_LIFE_MS);
        successes *= keep;
        failures *= keep;
        latencySum *= keep;
        failureSum *= keep;
        last = at;
        if (outcome >= 0) {
            successes++;
            latencySum += outcome;
            inARow = 0;
        } else {
            failures++;
            failureSum -= outcome;
            inARow++;
        }
    }

    double indexMs() {
        return successes < 0.01 ? Double.MAX_VALUE : latency() + failure() * (1 - chance()) / chance();
    }

    private double chance() {
        return (successes + 1) / (successes + failures + 2);
    }

    private double latency() {
        return latencySum / successes;
    }

    private double failure() {
        return failures < 0.01 ? 5_000 : failureSum / failures;
    }

    @Nullable
    Standing standing() {
        if (last == null) {
            return null;
        }
        double n = successes + failures + 2;
        double margin = 1.28 * Math.sqrt(chance() * (1 - chance()) / n);
        boolean answered = successes >= 0.01;
        return new Standing(
                model,
                last,
                null,
                null,
                chance(),
                Math.max(0, chance() - margin),
                Math.min(1, chance() + margin),
                answered ? latency() : null,
                failure(),
                answered ? indexMs() : null,
                null,
                null,
                null,
                null,
                (long) Math.ceil(successes + failures),
                successes + failures,
                0,
                inARow,
                last,
                last,
                answered ? last : null,
                null,
                Map.of(),
                List.<TaskStanding>of());
    }
}
