package dev.rota.ranking.topology;

import dev.rota.domain.model.ModelFacts;
import java.time.Instant;

/**
 * Evidence time of one task: the newest moment that any admitted record speaks of. It never goes back, and it stands
 * still when nothing comes in; a standing is then as old as it says it is.
 */
final class EvidenceClock {
    private Instant now = Instant.EPOCH;

    Instant now() {
        return now;
    }

    void advanceTo(Instant moment) {
        if (moment.isAfter(now)) {
            now = moment;
        }
    }

    void advanceTo(ModelFacts facts) {
        advanceTo(facts.changedAt());
        if (facts.retiredAt() != null) {
            advanceTo(facts.retiredAt());
        }
    }

    void advanceTo(ModelState state) {
        Instant newest = state.evidence().newest();
        if (newest != null) {
            advanceTo(newest);
        }
        if (state.facts() != null) {
            advanceTo(state.facts());
        }
    }
}
