package dev.rota.domain.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model as its catalogue last showed it. A vanished model keeps its last facts, with {@code retiredAt} set.
 *
 * @param model the model
 * @param facts the catalogue's facts of it
 * @param firstSeenAt when a sweep first found it
 * @param changedAt when these facts were first seen as they are: found, changed, retired or returned
 * @param retiredAt when it counted as gone; null while it is there
 * @param aliasOf the id this one stands for, if the catalogue says it is an alias
 */
public record ModelFacts(
        ModelId model,
        Facts facts,
        Instant firstSeenAt,
        Instant changedAt,
        @Nullable Instant retiredAt,
        @Nullable String aliasOf) {

    public boolean retired() {
        return retiredAt != null;
    }
}
