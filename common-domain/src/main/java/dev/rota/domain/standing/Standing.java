package dev.rota.domain.standing;

import dev.rota.domain.Checks;
import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.rotation.Tier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the evidence says of one model. Figures are null where no evidence bears on them.
 *
 * @param model the model
 * @param computedAt the newest evidence it rests on
 * @param facts the catalogue's facts; null if the model is in no catalogue read so far
 * @param retiredAt when the catalogue dropped it; null while it is there
 * @param successRate estimated chance that a request succeeds, from 0 to 1, prior included
 * @param successRateLow lower bound of an 80 % interval of that chance
 * @param successRateHigh upper bound of it
 * @param expectedLatencyMs expected latency of a success, in milliseconds
 * @param expectedFailureMs expected time lost to a failure, in milliseconds
 * @param expectedTimeToSuccessMs the index of contract section 4, in milliseconds
 * @param latencyP50Ms median latency of a success
 * @param latencyP95Ms 95th percentile of it
 * @param firstTokenP50Ms median time to the first token
 * @param quality mean quality, from 0 to 1
 * @param observations results that count, before weighing by age
 * @param weight the same, weighed by age
 * @param setAside results that do not count against the model: account and local failures
 * @param consecutiveFailures failures of the model's own since its last success
 * @param firstResultAt start of the oldest result that counts
 * @param lastResultAt start of the newest result that counts
 * @param lastSuccessAt start of the newest success
 * @param lastFailureKind kind of the newest failure of the model's own
 * @param failures number of the model's own failures, by kind
 * @param tasks what each task says
 */
public record Standing(
        ModelId model,
        Instant computedAt,
        @Nullable Facts facts,
        @Nullable Instant retiredAt,
        double successRate,
        double successRateLow,
        double successRateHigh,
        @Nullable Double expectedLatencyMs,
        @Nullable Double expectedFailureMs,
        @Nullable Double expectedTimeToSuccessMs,
        @Nullable Double latencyP50Ms,
        @Nullable Double latencyP95Ms,
        @Nullable Double firstTokenP50Ms,
        @Nullable Double quality,
        long observations,
        double weight,
        long setAside,
        int consecutiveFailures,
        @Nullable Instant firstResultAt,
        @Nullable Instant lastResultAt,
        @Nullable Instant lastSuccessAt,
        @Nullable FailureKind lastFailureKind,
        Map<FailureKind, Long> failures,
        List<TaskStanding> tasks) {

    public Standing {
        Checks.fraction("successRate", successRate);
        Checks.fraction("successRateLow", successRateLow);
        Checks.fraction("successRateHigh", successRateHigh);
        Checks.optionalFraction("quality", quality);
        Checks.notNegative("observations", observations);
        Checks.notNegative("weight", weight);
        Checks.notNegative("setAside", setAside);
        failures = Map.copyOf(failures);
        tasks = List.copyOf(tasks);
    }

    public boolean retired() {
        return retiredAt != null;
    }

    /** By median latency; null before the first success. */
    public @Nullable Tier tier() {
        return latencyP50Ms == null ? null : Tier.of(latencyP50Ms);
    }
}
