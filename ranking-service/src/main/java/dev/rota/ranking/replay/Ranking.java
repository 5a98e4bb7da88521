package dev.rota.ranking.replay;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.standing.Standing;
import dev.rota.ranking.evidence.Evidence;
import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.selection.Board;
import dev.rota.ranking.selection.RotationState;
import dev.rota.ranking.selection.Selection;
import dev.rota.ranking.selection.Selector;
import dev.rota.ranking.standing.AgeingQueue;
import dev.rota.ranking.standing.Estimator;
import dev.rota.ranking.standing.NormBook;
import dev.rota.ranking.standing.PreparedEvidence;
import dev.rota.ranking.standing.TaskNorms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All of ranking in one object: every model's evidence, a board and a rotation for each policy. For one thread.
 *
 * <p>Standings fade while nothing is heard of a model, so each is estimated anew when {@link AgeingQueue} says so; and
 * all of them when the norms of tasks have moved. Of models out of reach of every rotation once in two days is enough.
 */
public final class Ranking {
    private final Estimator estimator;
    private final Function<ModelId, @Nullable ModelFacts> facts;
    private final Map<ModelId, Evidence> evidence = new HashMap<>();
    private final AgeingQueue<ModelId> ageing = new AgeingQueue<>();
    private final PreparedModels prepared;
    private final NormBook norms = new NormBook();
    private final List<OnePolicy> policies = new ArrayList<>();

    public Ranking(Collection<Policy> policies, Estimator estimator, Function<ModelId, @Nullable ModelFacts> facts) {
        this.estimator = estimator;
        this.facts = facts;
        this.prepared = new PreparedModels(estimator);
        policies.forEach(policy -> this.policies.add(new OnePolicy(policy)));
    }

    /** What is known of a model as of its last look. */
    public Evidence evidence(ModelId model) {
        return evidence.getOrDefault(model, Evidence.empty());
    }

    /** The norms in force. */
    TaskNorms norms() {
        return norms.inForce();
    }

    /**
     * Looks at the evidence at a moment, and publishes what a reader would notice.
     *
     * @param drafts what results made of their models since the last look
     * @param changed models of which a catalogue tells something else
     */
    List<Selection> look(List<Draft> drafts, Collection<ModelId> changed, Instant at) {
        Set<ModelId> looked = new HashSet<>();
        for (Draft draft : drafts) {
            ModelId model = draft.standing().model();
            evidence.put(model, draft.evidence());
            PreparedEvidence known = draft.prepared();
            if (known != null) {
                prepared.put(model, known);
            }
            boolean asItIs = draft.norms().equals(norms.inForce()) && Objects.equals(draft.facts(), facts.apply(model));
            put(asItIs ? draft.standing() : estimate(model, at), at);
            looked.add(model);
        }
        for (ModelId model : changed) {
            if (!looked.contains(model)) {
                put(estimate(model, at), at);
                looked.add(model);
            }
        }
        for (ModelId model : ageing.due(at.toEpochMilli())) {
            put(estimate(model, at), at);
            looked.add(model);
        }
        if (norms.renew()) {
            evidence.keySet().forEach(model -> put(estimate(model, at), at));
            looked.addAll(evidence.keySet());
        }
        List<Selection> published = new ArrayList<>();
        policies.forEach(policy -> policy.select(looked, at).ifPresent(published::add));
        return published;
    }

    /** Whether the model is in reach of a rotation, or not yet known. */
    boolean near(ModelId model) {
        for (OnePolicy policy : policies) {
            if (Reach.near(policy.board, policy.state, model)) {
                return true;
            }
        }
        return false;
    }

    private Standing estimate(ModelId model, Instant at) {
        PreparedEvidence known = prepared.of(model, evidence(model), norms.inForce());
        return estimator.standing(model, known, facts.apply(model), at);
    }

    private void put(Standing standing, Instant at) {
        policies.forEach(policy -> policy.board.put(standing));
        norms.put(standing);
        Instant newest = evidence(standing.model()).newest();
        long newestAt = newest == null ? 0 : newest.toEpochMilli();
        if (near(standing.model())) {
            ageing.estimated(standing.model(), at.toEpochMilli(), newestAt);
        } else {
            ageing.estimatedFar(standing.model(), at.toEpochMilli());
        }
    }

    /** The board of the policy of that name. */
    public Board board(String policy) {
        return named(policy).board;
    }

    /** What was last published for the policy of that name; null before the first look. */
    public @Nullable RotationState state(String policy) {
        return named(policy).state;
    }

    private OnePolicy named(String name) {
        return policies.stream()
                .filter(policy -> policy.board.policy().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A policy with what it has come to so far. */
    private static final class OnePolicy {
        private final Board board;
        private final Selector selector;
        private @Nullable RotationState state;

        OnePolicy(Policy policy) {
            board = new Board(policy);
            selector = new Selector(policy);
        }

        Optional<Selection> select(Collection<ModelId> looked, Instant at) {
            if (!mayAlter(looked)) {
                return Optional.empty();
            }
            Selection selection = selector.select(board, state, at);
            state = Objects.requireNonNull(selection.state());
            return selection.publish() ? Optional.of(selection) : Optional.empty();
        }

        private boolean mayAlter(Collection<ModelId> looked) {
            for (ModelId model : looked) {
                if (selector.mayAlter(board, state, model)) {
                    return true;
                }
            }
            return false;
        }
    }
}
