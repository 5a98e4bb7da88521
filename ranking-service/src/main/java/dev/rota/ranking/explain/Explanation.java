package dev.rota.ranking.explain;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.standing.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a model stands in one rotation, and why.
 *
 * @param rotation the rotation's name
 * @param model the model
 * @param position its position, from 1; null if it is not in the rotation
 * @param rank its rank by the policy's order alone, from 1; null if a rule keeps it out
 * @param eligible how many models no rule keeps out
 * @param order the policy's ordering expression; lower is better
 * @param value its value for this model; null if a rule keeps it out
 * @param keptOut the rule that keeps it out, as half a sentence; null if none does
 * @param standing all figures; null if nothing is known of the model
 * @param figures sentences that are the same for every rotation: the index and its parts, the evidence behind it
 * @param reasons sentences: what steadiness, spread or trouble of the account do to its place
 * @param toMoveUp sentences: what would have to change for it to come in or move up
 */
public record Explanation(
        String rotation,
        ModelId model,
        @Nullable Integer position,
        @Nullable Integer rank,
        int eligible,
        String order,
        @Nullable Double value,
        @Nullable String keptOut,
        @Nullable Standing standing,
        List<String> figures,
        List<String> reasons,
        List<String> toMoveUp) {
    public Explanation {
        figures = List.copyOf(figures);
        reasons = List.copyOf(reasons);
        toMoveUp = List.copyOf(toMoveUp);
    }
}
