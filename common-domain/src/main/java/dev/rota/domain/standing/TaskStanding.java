package dev.rota.domain.standing;

import dev.rota.domain.Checks;
import org.jspecify.annotations.Nullable;

/**
 * What one task says of a model.
 *
 * @param task {@code suite/task}
 * @param successes how often the model answered
 * @param failures how often it failed by its own fault
 * @param quality mean quality of the answers, weighed by age, from 0 to 1; null if none was graded
 * @param meanLatencyMs mean latency of the answers, weighed by age, in milliseconds; null before the first
 */
public record TaskStanding(
        String task,
        long successes,
        long failures,
        @Nullable Double quality,
        @Nullable Double meanLatencyMs) {
    public TaskStanding {
        Checks.notNegative("successes", successes);
        Checks.notNegative("failures", failures);
        Checks.optionalFraction("quality", quality);
    }
}
