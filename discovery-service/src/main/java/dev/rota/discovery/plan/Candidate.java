package dev.rota.discovery.plan;

import dev.rota.discovery.change.Appearance;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.standing.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model that may be tested.
 *
 * @param facts what its catalogue says of it
 * @param pending an appearance that has had no probe yet; null if none
 * @param standing what the evidence says; null if there is none
 * @param last the newest probe of it; null if none is remembered
 */
public record Candidate(
        ModelFacts facts,
        @Nullable Appearance pending,
        @Nullable Standing standing,
        @Nullable LastProbe last) {

    public ModelId model() {
        return facts.model();
    }

    /** Failures of its own since its last success. */
    int failuresInARow() {
        return standing == null ? 0 : standing.consecutiveFailures();
    }

    /** When it was last tested, or asked to be; null if never. */
    @Nullable
    Instant lastLook() {
        Instant probed = last == null ? null : last.at();
        Instant answered = standing == null ? null : standing.lastResultAt();
        if (probed == null || answered == null) {
            return probed == null ? answered : probed;
        }
        return probed.isAfter(answered) ? probed : answered;
    }
}
