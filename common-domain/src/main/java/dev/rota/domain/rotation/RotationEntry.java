package dev.rota.domain.rotation;

import dev.rota.domain.Checks;
import dev.rota.domain.model.ModelId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One model's place in a rotation and the figures that put it there.
 *
 * @param position from 1, the primary
 * @param model the model
 * @param tier by median latency
 * @param expectedTimeToSuccessMs the index of contract section 4: expected milliseconds to a success by this model
 *     alone
 * @param successRate the chance that a request succeeds, from 0 to 1
 * @param latencyP50Ms median latency of a success, in milliseconds
 * @param latencyP95Ms 95th percentile of the latency of a success, in milliseconds
 * @param firstTokenP50Ms median time to the first token, in milliseconds; null if never measured
 * @param quality mean quality from 0 to 1; null if nothing was graded
 * @param observations results that count, before weighing by age
 * @param lastResultAt when the newest result that counts was started
 */
public record RotationEntry(
        int position,
        ModelId model,
        Tier tier,
        double expectedTimeToSuccessMs,
        double successRate,
        double latencyP50Ms,
        double latencyP95Ms,
        @Nullable Double firstTokenP50Ms,
        @Nullable Double quality,
        long observations,
        Instant lastResultAt) {

    public RotationEntry {
        if (position < 1) {
            throw new IllegalArgumentException("position must be 1 or more, not " + position);
        }
        Checks.notNegative("expectedTimeToSuccessMs", expectedTimeToSuccessMs);
        Checks.fraction("successRate", successRate);
        Checks.notNegative("latencyP50Ms", latencyP50Ms);
        Checks.notNegative("latencyP95Ms", latencyP95Ms);
        Checks.optionalFraction("quality", quality);
        Checks.notNegative("observations", observations);
    }
}
