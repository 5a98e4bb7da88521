package dev.rota.ranking.standing;

import dev.rota.domain.standing.TaskStanding;
import dev.rota.ranking.evidence.Observations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each task says of a model. */
final class TaskTallies {
    private final List<String> names;
    private final long[] answers;
    private final long[] failures;

    /** Numbers of the tasks that were run and have a name, by name. */
    private final List<Integer> shown;

    /** The tests among the successes; null if there are none. */
    private final @Nullable Successes tests;

    TaskTallies(Observations results, Successes successes) {
        names = results.tasks();
        answers = new long[names.size()];
        failures = new long[names.size()];
        for (int i = 0; i < results.size(); i++) {
            if (results.test(i)) {
                long[] count = results.succeeded(i) ? answers : failures;
                count[results.task(i)]++;
            }
        }
        shown = new ArrayList<>(names.size());
        for (int t = 0; t < names.size(); t++) {
            if (answers[t] + failures[t] > 0 && !names.get(t).isEmpty()) {
                shown.add(t);
            }
        }
        if (shown.size() > 1) {
            shown.sort(Comparator.comparing(names::get));
        }
        tests = successes.tests() ? successes : null;
    }

    /**
     * The tasks by name.
     *
     * @param byAge weights of all of the model's results
     */
    List<TaskStanding> standings(double[] byAge) {
        Means means = new Means(names.size());
        if (tests != null) {
            means.add(tests, byAge);
        }
        List<TaskStanding> standings = new ArrayList<>(shown.size());
        for (int t : shown) {
            standings.add(new TaskStanding(names.get(t), answers[t], failures[t], means.quality(t), means.latency(t)));
        }
        return standings;
    }

    /** Sums per task. */
    private static final class Means {
        private final double[] qualities;
        private final double[] qualityWeights;
        private final double[] latencies;
        private final double[] weights;

        Means(int tasks) {
            qualities = new double[tasks];
            qualityWeights = new double[tasks];
            latencies = new double[tasks];
            weights = new double[tasks];
        }

        void add(Successes tests, double[] byAge) {
            for (int i = 0; i < tests.size(); i++) {
                int task = tests.task()[i];
                double age = byAge[tests.place()[i]];
                weights[task] += age;
                latencies[task] += age * tests.latencies()[i];
                double quality = tests.qualities()[i];
                if (!Double.isNaN(quality)) {
                    qualities[task] += age * quality;
                    qualityWeights[task] += age;
                }
            }
        }

        @Nullable
        Double quality(int task) {
            return qualityWeights[task] > 0 ? (Double) Math.clamp(qualities[task] / qualityWeights[task], 0, 1) : null;
        }

        @Nullable
        Double latency(int task) {
            return weights[task] > 0 ? (Double) (latencies[task] / weights[task]) : null;
        }
    }
}
