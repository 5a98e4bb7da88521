package dev.rota.ranking.standing;

import dev.rota.domain.result.FailureKind;
import dev.rota.domain.standing.TaskStanding;
import dev.rota.ranking.evidence.Observations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of a standing that are counted, not estimated. */
final class Tally {
    final Map<FailureKind, Long> failures = new EnumMap<>(FailureKind.class);
    int consecutiveFailures;

    @Nullable
    Instant firstResultAt;

    @Nullable
    Instant lastResultAt;

    @Nullable
    Instant lastSuccessAt;

    @Nullable
    FailureKind lastFailureKind;

    @Nullable
    Double quality;

    final List<TaskStanding> tasks;

    Tally(Observations results, double[] byAge) {
        TaskTally[] perTask = new TaskTally[results.tasks().size()];
        double qualitySum = 0;
        double qualityWeight = 0;
        for (int i = 0; i < results.size(); i++) {
            count(results, i);
            double graded = results.quality(i);
            if (!Double.isNaN(graded)) {
                qualitySum += byAge[i] * graded;
                qualityWeight += byAge[i];
            }
            if (results.test(i)) {
                int task = results.task(i);
                perTask[task] = perTask[task] == null ? new TaskTally() : perTask[task];
                perTask[task].add(results, i, byAge[i]);
            }
        }
        quality = qualityWeight > 0 ? Math.clamp(qualitySum / qualityWeight, 0, 1) : null;
        tasks = standings(results.tasks(), perTask);
    }

    private void count(Observations results, int i) {
        Instant startedAt = Instant.ofEpochMilli(results.startedAt(i));
        firstResultAt = i == 0 ? startedAt : firstResultAt;
        lastResultAt = startedAt;
        FailureKind kind = results.kind(i);
        if (kind == null) {
            lastSuccessAt = startedAt;
            consecutiveFailures = 0;
        } else {
            lastFailureKind = kind;
            consecutiveFailures++;
            failures.merge(kind, 1L, Long::sum);
        }
    }

    private static List<TaskStanding> standings(List<String> names, TaskTally[] perTask) {
        List<TaskStanding> standings = new ArrayList<>();
        for (int i = 0; i < perTask.length; i++) {
            if (perTask[i] != null && !names.get(i).isEmpty()) {
                standings.add(perTask[i].standing(names.get(i)));
            }
        }
        standings.sort(Comparator.comparing(TaskStanding::task));
        return standings;
    }

    /** One task's sums. */
    private static final class TaskTally {
        private long successes;
        private long failures;
        private double qualitySum;
        private double qualityWeight;
        private double latencySum;
        private double weight;

        void add(Observations results, int i, double byAge) {
            if (!results.succeeded(i)) {
                failures++;
                return;
            }
            successes++;
            weight += byAge;
            latencySum += byAge * results.latencyMs(i);
            double quality = results.quality(i);
            if (!Double.isNaN(quality)) {
                qualitySum += byAge * quality;
                qualityWeight += byAge;
            }
        }

        TaskStanding standing(String name) {
            return new TaskStanding(
                    name,
                    successes,
                    failures,
                    qualityWeight > 0 ? Math.clamp(qualitySum / qualityWeight, 0, 1) : null,
                    weight > 0 ? latencySum / weight : null);
        }
    }
}
