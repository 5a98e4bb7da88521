package dev.rota.ranking.replay;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.TestResult;
import dev.rota.ranking.evidence.Evidence;
import dev.rota.ranking.evidence.ResultLog;
import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.selection.Selection;
import dev.rota.ranking.standing.Estimator;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds rotations from history. Evidence is looked at once a {@link #STEP} of evidence time, so results within a
 * step need no order among themselves, and the outcome depends on nothing but the set of results.
 */
public final class Replay {
    /** The tasks of one probe mostly fall into one step; a rotation is then published once for all of them. */
    public static final Duration STEP = Duration.ofMinutes(1);

    private static final int TOLD_EVERY = 1 << 14;

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
        long last = until == null ? Long.MAX_VALUE : until.toEpochMilli();
        long[] order = bySteps(log, last);
        Set<ModelId> touched = new HashSet<>();
        long newest = Long.MIN_VALUE;
        for (int k = 0; k < order.length; k++) {
            int i = (int) order[k];
            ModelId model = log.model(i);
            Evidence before = ranking.evidence(model);
            Evidence after = log.addTo(before, i);
            if (after != before) {
                ranking.evidence(model, after);
                touched.add(model);
            }
            newest = Math.max(newest, log.startedAt(i));
            if (k == order.length - 1 || order[k] >>> 32 != order[k + 1] >>> 32) {
                touched.addAll(timeline.advance(newest));
                look(ranking, touched, Instant.ofEpochMilli(newest), listener);
                touched.clear();
            }
            if (k % TOLD_EVERY == 0) {
                listener.progress(k, order.length);
            }
        }
        listener.progress(order.length, order.length);
        return ranking;
    }

    private static void look(Ranking ranking, Set<ModelId> touched, Instant at, ReplayListener listener) {
        for (Selection selection : ranking.look(touched, at)) {
            listener.published(selection.state().rotation(), selection.changes());
        }
    }

    /** Positions in the log (lower half) sorted by their step (upper half). */
    private static long[] bySteps(ResultLog log, long last) {
        long[] order = new long[log.size()];
        int n = 0;
        for (int i = 0; i < order.length; i++) {
            if (log.startedAt(i) <= last) {
                order[n++] = (Math.floorDiv(log.startedAt(i), STEP.toMillis()) << 32) | i;
            }
        }
        long[] sorted = n == order.length ? order : Arrays.copyOf(order, n);
        Arrays.parallelSort(sorted);
        return sorted;
    }
}
