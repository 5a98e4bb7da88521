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
@SuppressWarnings("EnumOrdinal") // as an index, for speed; never kept
final class Tally {
    private static final FailureKind[] KINDS = FailureKind.values();

    final Map<FailureKind, Long> failures = new EnumMap<>(FailureKind.class);
    final int consecutiveFailures;
    final @Nullable Instant firstResultAt;
    final @Nullable Instant lastResultAt;
    final @Nullable Instant lastSuccessAt;
    final @Nullable FailureKind lastFailureKind;
    final @Nullable Double quality;
    final List<TaskStanding> tasks;

    Tally(Observations results, double[] byAge) {
        int[] kinds = new int[KINDS.length];
        int lastSuccess = -1;
        FailureKind lastKind = null;
        double qualitySum = 0;
        double qualityWeight = 0;
        for (int i = 0; i < results.size(); i++) {
            FailureKind kind = results.kind(i);
            if (kind == null) {
                lastSuccess = i;
                double graded = results.quality(i);
                if (!Double.isNaN(graded)) {
                    qualitySum += byAge[i] * graded;
                    qualityWeight += byAge[i];
                }
            } else {
                lastKind = kind;
                kinds[kind.ordinal()]++;
            }
        }
        for (FailureKind kind : KINDS) {
            if (kinds[kind.ordinal()] > 0) {
                failures.put(kind, (long) kinds[kind.ordinal()]);
            }
        }
        int last = results.size() - 1;
        consecutiveFailures = last - lastSuccess;
        firstResultAt = at(results, Math.min(0, last));
        lastResultAt = at(results, last);
        lastSuccessAt = at(results, lastSuccess);
        lastFailureKind = lastKind;
        quality = qualityWeight > 0 ? (Double) Math.clamp(qualitySum / qualityWeight, 0.0, 1.0) : null;
        tasks = tasks(results, byAge);
    }

    private static @Nullable Instant at(Observations results, int i) {
        return i < 0 ? null : Instant.ofEpochMilli(results.startedAt(i));
    }

    private static List<TaskStanding> tasks(Observations results, double[] byAge) {
        TaskTally[] perTask = new TaskTally[results.tasks().size()];
        for (int i = 0; i < results.size(); i++) {
            if (results.test(i)) {
                int task = results.task(i);
                perTask[task] = perTask[task] == null ? new TaskTally() : perTask[task];
                perTask[task].add(results, i, byAge[i]);
            }
        }
        return standings(results.tasks(), perTask);
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
