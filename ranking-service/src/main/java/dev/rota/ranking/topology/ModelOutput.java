package dev.rota.ranking.topology;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.standing.Standing;
import org.jspecify.annotations.Nullable;

/** What the evidence step has to say. */
sealed interface ModelOutput {
    /**
     * A standing that changed noticeably; keyed by model.
     *
     * @param standing null if the model is none after all, and has no standing any more
     */
    record Stands(@Nullable Standing standing) implements ModelOutput {}

    /**
     * A standing that may alter a rotation; keyed by the rotation's name.
     *
     * @param standing null if the model is none after all
     */
    record Candidate(ModelId model, @Nullable Standing standing) implements ModelOutput {}

    /** A record that is readable but impossible; keyed as it came, the reason in headers. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Refused(byte @Nullable [] bytes) implements ModelOutput {}
}
