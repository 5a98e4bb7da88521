package dev.rota.ranking.explain;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.standing.Standing;
import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.selection.Board;
import dev.rota.ranking.selection.RotationState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What anybody can read of the ranking, enough to explain it: standings, rotations, and when each primary became
 * primary.
 *
 * @param standings of all models
 * @param rotations by name
 * @param primarySince by rotation; where it is missing, the rotation's own time is taken
 */
public record Published(
        Collection<Standing> standings, Map<String, Rotation> rotations, Map<String, Instant> primarySince) {
    public Published {
        standings = List.copyOf(standings);
        rotations = Map.copyOf(rotations);
        primarySince = Map.copyOf(primarySince);
    }

    /** Evidence time: the newest moment that any standing speaks of. */
    public Instant at() {
        return standings.stream()
                .map(Standing::computedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /** Where the model stands under each policy. */
    public List<Explanation> explain(Collection<Policy> policies, ModelId model) {
        List<Explanation> explanations = new ArrayList<>();
        for (Policy policy : policies) {
            Board board = new Board(policy);
            standings.forEach(board::put);
            explanations.add(Explainer.explain(board, state(policy.name()), model, at()));
        }
        return explanations;
    }

    /** The policies whose published rotation was made by other rules than these. */
    public List<Policy> outdated(Collection<Policy> policies) {
        return policies.stream()
                .filter(policy -> rotations.containsKey(policy.name())
                        && !Objects.requireNonNull(rotations.get(policy.name()))
                                .policy()
                                .equals(policy.hash()))
                .toList();
    }

    private @Nullable RotationState state(String name) {
        Rotation rotation = rotations.get(name);
        return rotation == null
                ? null
                : new RotationState(rotation, primarySince.getOrDefault(name, rotation.computedAt()), rotation);
    }
}
