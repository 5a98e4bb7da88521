package dev.rota.ranking.replay;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.standing.Standing;
import dev.rota.ranking.evidence.Evidence;
import dev.rota.ranking.standing.PreparedEvidence;
import dev.rota.ranking.standing.TaskNorms;
import org.jspecify.annotations.Nullable;

/**
 * What a step's results make of one model, found ahead of the step on the facts and norms of then.
 *
 * @param evidence after the step
 * @param standing at the end of the step
 * @param facts it was estimated with
 * @param norms it was estimated with
 * @param prepared the evidence as it was prepared for the estimate; null if the next is a long time off
 */
record Draft(
        Evidence evidence,
        Standing standing,
        @Nullable ModelFacts facts,
        TaskNorms norms,
        @Nullable PreparedEvidence prepared) {}
