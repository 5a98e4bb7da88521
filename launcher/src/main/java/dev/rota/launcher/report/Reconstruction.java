package dev.rota.launcher.report;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.domain.standing.Standing;
import dev.rota.ranking.evidence.EvidenceBuilder;
import dev.rota.ranking.evidence.ResultLog;
import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.replay.Replay;
import dev.rota.ranking.replay.ReplayListener;
import dev.rota.ranking.standing.Estimator;
import dev.rota.report.Period;
import dev.rota.report.Ranked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Does the ranking over again, as replay does, and takes down what a report needs of it. */
final class Reconstruction {
    private final PastEvents past;
    private final Policy policy;
    private final Estimator estimator = Estimator.standard();
    private final List<Rotation> revisions = new ArrayList<>();
    private final List<RotationChange> changes = new ArrayList<>();

    Reconstruction(PastEvents past, Policy policy) {
        this.past = past;
        this.policy = policy;
    }

    /** Told how many of all results are done. */
    @FunctionalInterface
    interface Progress {
        void show(long done, long all);
    }

    Ranked rank(Period period, Progress progress) {
        new Replay(List.of(policy), estimator, past.facts()).run(past.log(), period.to(), new ReplayListener() {
            @Override
            public void published(Rotation rotation, Supplier<List<RotationChange>> why) {
                revisions.add(rotation);
                changes.addAll(why.get());
            }

            @Override
            public void progress(long done, long all) {
                progress.show(done, all);
            }
        });
        return new Ranked(
                policy.name(),
                policy.hash(),
                revisions,
                changes,
                standings(period.comparedWith()),
                standings(period.to()));
    }

    /** What the evidence said at a moment. Evidence is a function of the set of results, so any order will do. */
    private Map<ModelId, Standing> standings(Instant time) {
        ResultLog log = past.log();
        Map<ModelId, EvidenceBuilder> evidence = new HashMap<>();
        for (int i = 0; i < log.size(); i++) {
            if (log.startedAt(i) <= time.toEpochMilli()) {
                evidence.computeIfAbsent(log.model(i), _ -> new EvidenceBuilder(log))
                        .add(i);
            }
        }
        Map<ModelId, Standing> standings = new HashMap<>();
        evidence.forEach((model, known) -> standings.put(
                model,
                estimator.standing(model, known.build(), past.input().facts().at(model, time), time)));
        return standings;
    }
}
