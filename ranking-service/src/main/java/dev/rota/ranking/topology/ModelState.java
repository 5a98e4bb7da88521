package dev.rota.ranking.topology;

import dev.rota.domain.model.ModelFacts;
import dev.rota.ranking.evidence.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one model. No policy and no estimate is part of it: both may change with the next start, and the
 * evidence stays.
 *
 * @param evidence its results
 * @param facts its catalogue's facts; null if no catalogue told
 */
record ModelState(Evidence evidence, @Nullable ModelFacts facts) {
    static final ModelState UNKNOWN = new ModelState(Evidence.empty(), null);

    ModelState with(Evidence more) {
        return new ModelState(more, facts);
    }

    ModelState with(@Nullable ModelFacts other) {
        return new ModelState(evidence, other);
    }
}
