package dev.rota.report.history;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.Fault;
import dev.rota.domain.result.Source;
import org.jspecify.annotations.Nullable;

/**
 * What a report needs of one result.
 *
 * @param id hash of the result's id
 * @param atMs when it started, in epoch milliseconds
 * @param kind why it failed; null if it did not
 * @param fault whom the failure speaks about; null if there is none
 * @param tokens of the answer; 0 if not known
 */
public record Seen(
        long id,
        long atMs,
        ModelId model,
        Source source,
        @Nullable FailureKind kind,
        @Nullable Fault fault,
        int latencyMs,
        int tokens) {
    public boolean succeeded() {
        return kind == null;
    }

    /** Whether it speaks about the model. */
    public boolean counts() {
        return fault == null || fault == Fault.MODEL;
    }
}
