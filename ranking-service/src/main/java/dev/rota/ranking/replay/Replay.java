package dev.rota.ranking.replay;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.TestResult;
import dev.rota.ranking.evidence.ResultLog;
import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.standing.Estimator;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds rotations from history. Evidence is looked at once a {@link #STEP} of evidence time, so results within a
 * step need no order among themselves, and the outcome depends on nothing but the set of results.
 */
public final class Replay {
    /** The tasks of one probe mostly fall into one step; a rotation is then published once for all of them. */
    public static final Duration STEP = Duration.ofMinutes(1);

    static final long STEP_MS = STEP.toMillis();

    /** How many results are drafted ahead: enough to share among cores, few enough to hold. */
    private static final int WINDOW = 1 << 13;

    private final List<Policy> policies;
    private final Estimator estimator;
    private final Collection<ModelFacts> facts;

    /**
     * @param policies each makes one rotation
     * @param facts what catalogues said, any number of versions of each model; empty if nothing is known
     */
    public Replay(List<Policy> policies, Estimator estimator, Collection<ModelFacts> facts) {
        this.policies = List.copyOf(policies);
        this.estimator = estimator;
        this.facts = List.copyOf(facts);
    }

    /** Replays results in any order. */
    public Ranking run(Collection<TestResult> results, @Nullable Instant until, ReplayListener listener) {
        ResultLog log = new ResultLog();
        results.forEach(log::add);
        return run(log, until, listener);
    }

    /**
     * Replays a log.
     *
     * @param until results that start later are left out; null for all
     * @return where it ended: evidence, boards and states, to be explained
     */
    public Ranking run(ResultLog log, @Nullable Instant until, ReplayListener listener) {
        FactsTimeline timeline = new FactsTimeline(facts);
        Ranking ranking = new Ranking(policies, estimator, timeline::of);
        Drafting drafting = new Drafting(log, estimator);
        long[] order = StepOrder.of(log, until == null ? Long.MAX_VALUE : until.toEpochMilli());
        long at = 0;
        Window window = new Window(log, order, 0, WINDOW);
        drafting.begin(window, timeline::of, ranking.norms(), ranking::near);
        while (window.size() > 0) {
            List<List<Draft>> drafts = drafting.finished(window);
            Window next = new Window(log, order, window.end(), WINDOW);
            drafting.begin(next, timeline::of, ranking.norms(), ranking::near);
            for (int step = 0; step < window.steps(); step++) {
                at = window.at(step);
                look(ranking, drafts.get(step), timeline.advance(at), at, listener);
            }
            listener.progress(window.end(), order.length);
            window = next;
        }
        look(ranking, drafting.rest(at, timeline::of, ranking.norms()), List.of(), at, listener);
        return ranking;
    }

    private static void look(
            Ranking ranking, List<Draft> drafts, List<ModelId> changed, long at, ReplayListener listener) {
        ranking.look(drafts, changed, Instant.ofEpochMilli(at))
                .forEach(selection -> listener.published(selection.state().rotation(), selection::changes));
    }
}
