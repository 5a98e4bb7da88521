package dev.rota.domain.result;

import dev.rota.domain.Checks;
import dev.rota.domain.model.ModelId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at one task by one model.
 *
 * @param resultId the same for the same probe, task and attempt, so that a redelivered probe cannot count twice
 * @param probeId the probe that asked for it; null for traffic and imports
 * @param model the model
 * @param source where the result comes from
 * @param suite the suite of the task
 * @param task the task's name
 * @param startedAt when the request was sent
 * @param outcome how it ended
 * @param latencyMs until the last byte, or until the failure was known, in milliseconds
 * @param firstTokenMs until the first token of the answer, in milliseconds
 * @param outputTokens tokens of the answer
 * @param worker who ran it
 */
public record TestResult(
        String resultId,
        @Nullable String probeId,
        ModelId model,
        Source source,
        @Nullable String suite,
        @Nullable String task,
        Instant startedAt,
        Outcome outcome,
        long latencyMs,
        @Nullable Long firstTokenMs,
        @Nullable Integer outputTokens,
        @Nullable String worker) {

    public TestResult {
        Checks.text("resultId", resultId);
        Checks.notNegative("latencyMs", latencyMs);
        Checks.optionalNotNegative("firstTokenMs", firstTokenMs);
        if (outputTokens != null) {
            Checks.notNegative("outputTokens", outputTokens.longValue());
        }
    }

    public boolean succeeded() {
        return outcome instanceof Outcome.Success;
    }

    /** When the outcome was known. */
    public Instant endedAt() {
        return startedAt.plusMillis(latencyMs);
    }

    /** Why it failed; null if it did not. */
    public @Nullable Failure failure() {
        return switch (outcome) {
            case Outcome.Success _ -> null;
            case Outcome.Failed failed -> failed.failure();
        };
    }

    /** How good the answer was, from 0 to 1; null if it failed or nothing graded it. */
    public @Nullable Double quality() {
        return switch (outcome) {
            case Outcome.Success success -> success.quality();
            case Outcome.Failed _ -> null;
        };
    }
}
