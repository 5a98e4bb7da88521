package dev.rota.ranking.replay;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.standing.Standing;
import dev.rota.ranking.evidence.Evidence;
import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.selection.Board;
import dev.rota.ranking.selection.RotationState;
import dev.rota.ranking.selection.Seat;
import dev.rota.ranking.selection.Selection;
import dev.rota.ranking.selection.Selector;
import dev.rota.ranking.standing.Estimator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All of ranking in one object: every model's evidence, a board and a rotation for each policy. For one thread.
 *
 * <p>Standings fade while nothing is heard of a model. Those that may matter, the best of each board, are estimated
 * anew every {@link #BEST_EVERY} of evidence time, all others every {@link #ALL_EVERY}.
 */
public final class Ranking {
    public static final Duration BEST_EVERY = Duration.ofHours(1);
    public static final Duration ALL_EVERY = Duration.ofDays(1);

    private static final int BEST = 64;

    private final Estimator estimator;
    private final Function<ModelId, @Nullable ModelFacts> facts;
    private final Map<ModelId, Evidence> evidence = new HashMap<>();
    private final List<OnePolicy> policies = new ArrayList<>();
    private long bestRefreshed;
    private long allRefreshed;

    public Ranking(Collection<Policy> policies, Estimator estimator, Function<ModelId, @Nullable ModelFacts> facts) {
        this.estimator = estimator;
        this.facts = facts;
        policies.forEach(policy -> this.policies.add(new OnePolicy(policy)));
    }

    public Evidence evidence(ModelId model) {
        return evidence.getOrDefault(model, Evidence.empty());
    }

    public void evidence(ModelId model, Evidence known) {
        evidence.put(model, known);
    }

    /** Looks at the evidence at a moment, and publishes what a reader would notice. */
    public List<Selection> look(Collection<ModelId> touched, Instant at) {
        Collection<ModelId> due = due(touched, at.toEpochMilli());
        for (ModelId model : due) {
            Standing standing = estimator.standing(model, evidence(model), facts.apply(model), at);
            policies.forEach(policy -> policy.board.put(standing));
        }
        List<Selection> published = new ArrayList<>();
        policies.forEach(policy -> policy.select(due, at).ifPresent(published::add));
        return published;
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

    private Collection<ModelId> due(Collection<ModelId> touched, long now) {
        if (now - allRefreshed >= ALL_EVERY.toMillis()) {
            allRefreshed = now;
            bestRefreshed = now;
            return evidence.keySet();
        }
        if (now - bestRefreshed < BEST_EVERY.toMillis()) {
            return touched;
        }
        bestRefreshed = now;
        TreeSet<ModelId> due = new TreeSet<>(touched);
        for (OnePolicy policy : policies) {
            policy.board.ranked().stream()
                    .limit(policy.board.policy().size() + BEST)
                    .map(Seat::model)
                    .forEach(due::add);
        }
        return due;
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

        Optional<Selection> select(Collection<ModelId> due, Instant at) {
            if (due.stream().noneMatch(model -> selector.mayAlter(board, state, model))) {
                return Optional.empty();
            }
            Selection selection = selector.select(board, state, at);
            state = Objects.requireNonNull(selection.state());
            return selection.publish() ? Optional.of(selection) : Optional.empty();
        }
    }
}
