package dev.rota.ranking.topology;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.result.TestResult;
import org.jspecify.annotations.Nullable;

/** A record that came in, and its bytes, in case it has to go to the dead letters as it came. */
sealed interface Arrival {
    /** The value as it came; null for a tombstone. */
    byte @Nullable [] bytes();

    /**
     * From {@code rota.test-results}.
     *
     * @param result null for a record without a value
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Result(@Nullable TestResult result, byte @Nullable [] bytes) implements Arrival {}

    /**
     * From {@code rota.models}.
     *
     * @param facts null for a tombstone: nobody knows the model any more
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Facts(@Nullable ModelFacts facts, byte @Nullable [] bytes) implements Arrival {}
}
