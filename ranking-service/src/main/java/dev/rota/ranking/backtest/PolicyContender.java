package dev.rota.ranking.backtest;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.TestResult;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.domain.standing.Standing;
import dev.rota.ranking.evidence.Evidence;
import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.selection.Board;
import dev.rota.ranking.selection.RotationState;
import dev.rota.ranking.selection.Selector;
import dev.rota.ranking.standing.Estimator;
import dev.rota.ranking.standing.NormBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A policy of ours, with the very estimator and selection that the live service uses. */
public final class PolicyContender implements Contender {
    private final Estimator estimator;
    private final Map<ModelId, ModelFacts> facts;
    private final Board board;
    private final Selector selector;
    private final Map<ModelId, Evidence> evidence = new TreeMap<>();
    private final NormBook norms = new NormBook();
    private @Nullable RotationState state;

    public PolicyContender(Policy policy, Estimator estimator, Map<ModelId, ModelFacts> facts) {
        this.estimator = estimator;
        this.facts = Map.copyOf(facts);
        this.board = new Board(policy);
        this.selector = new Selector(policy);
    }

    @Override
    public String name() {
        return selector.policy().name();
    }

    @Override
    public void observe(TestResult result) {
        evidence.merge(result.model(), Evidence.empty().with(result), (before, _) -> before.with(result));
    }

    @Override
    public List<ModelId> order(Instant at) {
        List<Standing> standings = standings(at);
        standings.forEach(norms::put);
        List<Standing> comparable = norms.renew() ? standings(at) : standings;
        comparable.forEach(board::put);
        RotationState next = selector.select(board, state, at).state();
        state = next;
        return next.rotation().entries().stream().map(RotationEntry::model).toList();
    }

    private List<Standing> standings(Instant at) {
        List<Standing> standings = new ArrayList<>();
        evidence.forEach((model, known) ->
                standings.add(estimator.standing(model, known, facts.get(model), at, norms.inForce())));
        return standings;
    }
}
