package dev.rota.ranking.replay;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.standing.Standing;
import dev.rota.ranking.evidence.EvidenceBuilder;
import dev.rota.ranking.evidence.ResultLog;
import dev.rota.ranking.standing.Estimator;
import dev.rota.ranking.standing.PreparedEvidence;
import dev.rota.ranking.standing.TaskNorms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Drafts the standings of some steps ahead of them, on all cores, while the steps before them are looked at: what
 * results make of a model depends on no other model but through the norms, and on no rotation. For one thread.
 */
final class Drafting {
    private final ResultLog log;
    private final Estimator estimator;
    private final List<OneModel> models = new ArrayList<>();

    /** By the model's number in the log. */
    private final @Nullable OneModel[] byNumber;

    private final List<OneModel> touched = new ArrayList<>();
    private @Nullable SharedWork<OneModel> work;

    Drafting(ResultLog log, Estimator estimator) {
        this.log = log;
        this.estimator = estimator;
        this.byNumber = new @Nullable OneModel[log.models()];
    }

    /**
     * Begins to draft in the background. To be called again only when {@link #finished} has returned.
     *
     * @param window the results, by steps
     * @param facts of each model by now
     * @param near which models are in reach of a rotation by now
     */
    void begin(Window window, Function<ModelId, @Nullable ModelFacts> facts, TaskNorms norms, Predicate<ModelId> near) {
        touched.clear();
        for (int k = 0; k < window.size(); k++) {
            OneModel model = ofResult(window.result(k));
            if (model.waiting == 0) {
                touched.add(model);
            }
            model.add(k);
        }
        // What the models are judged by is taken now, for looks at earlier steps change it while this goes on.
        touched.forEach(model -> model.prepare(facts.apply(model.name), norms, near.test(model.name)));
        work = SharedWork.begin(List.copyOf(touched), model -> model.draft(window));
    }

    private OneModel ofResult(int result) {
        int number = log.modelNumber(result);
        OneModel known = byNumber[number];
        if (known == null) {
            known = new OneModel(log.model(result));
            byNumber[number] = known;
            models.add(known);
        }
        return known;
    }

    /**
     * Finishes what was begun.
     *
     * @param window the one it was begun with
     * @return per step of the window, what is to be looked at
     */
    List<List<Draft>> finished(Window window) {
        Objects.requireNonNull(work, "nothing was begun").finish();
        List<List<Draft>> steps = new ArrayList<>(window.steps());
        for (int s = 0; s < window.steps(); s++) {
            steps.add(new ArrayList<>());
        }
        touched.forEach(model -> model.moveTo(steps));
        return steps;
    }

    /** At the end: what results that still wait make of their models. */
    List<Draft> rest(long at, Function<ModelId, @Nullable ModelFacts> facts, TaskNorms norms) {
        return models.stream()
                .filter(model -> model.attention.waits())
                .map(model -> {
                    // Nothing comes after them, so nothing need be kept ready.
                    model.prepare(facts.apply(model.name), norms, false);
                    return model.look(at);
                })
                .toList();
    }

    /** What is known of a model as far as it was drafted. */
    private final class OneModel {
        private final ModelId name;
        private final Attention attention = new Attention();
        private final List<Draft> drafts = new ArrayList<>();
        private final List<Integer> steps = new ArrayList<>();
        private final EvidenceBuilder evidence = new EvidenceBuilder(log);
        private @Nullable ModelFacts facts;
        private TaskNorms norms = TaskNorms.NONE;
        private boolean near;

        /** Positions of its results in the window, and how many there are. */
        private int[] positions = new int[8];

        private int waiting;

        OneModel(ModelId name) {
            this.name = name;
        }

        void prepare(@Nullable ModelFacts itsFacts, TaskNorms normsInForce, boolean inReach) {
            facts = itsFacts;
            norms = normsInForce;
            near = inReach;
        }

        void add(int position) {
            if (waiting == positions.length) {
                positions = Arrays.copyOf(positions, 2 * waiting);
            }
            positions[waiting++] = position;
        }

        void draft(Window window) {
            boolean urgent = false;
            for (int p = 0; p < waiting; p++) {
                int k = positions[p];
                int i = window.result(k);
                int step = window.step(k);
                long at = window.at(step);
                if (evidence.add(i)) {
                    urgent |= attention.urgent(log.succeeded(i), log.latencyMs(i), evidence.counted(), at, near);
                }
                boolean last = p == waiting - 1 || window.step(positions[p + 1]) != step;
                if (last && urgent) {
                    drafts.add(look(at));
                    steps.add(step);
                    urgent = false;
                }
            }
            waiting = 0;
        }

        Draft look(long at) {
            PreparedEvidence prepared = estimator.prepare(evidence.build(), norms);
            Standing standing = estimator.standing(name, prepared, facts, Instant.ofEpochMilli(at));
            attention.looked(standing, at);
            return new Draft(prepared.evidence(), standing, facts, norms, near ? prepared : null);
        }

        void moveTo(List<List<Draft>> all) {
            for (int d = 0; d < drafts.size(); d++) {
                all.get(steps.get(d)).add(drafts.get(d));
            }
            drafts.clear();
            steps.clear();
        }
    }
}
