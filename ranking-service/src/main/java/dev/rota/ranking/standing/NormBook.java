package dev.rota.ranking.standing;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.standing.Standing;
import dev.rota.domain.standing.TaskStanding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the norms of tasks as standings come and go: a task's factor is the mean, over the models that did at least two
 * tasks, of the logarithm of its latency less the model's own mean. Tasks that fewer than three such models did have
 * none.
 *
 * <p>Sums are of whole numbers, so that what it says is a function of the models' newest standings, whatever their
 * order. The norms in force are replaced only when they are off by more than a twentieth: every standing is then due.
 *
 * <p>For one thread at a time.
 */
public final class NormBook {
    private static final int ENOUGH_MODELS = 3;
    private static final double OFF = 0.05;
    private static final double UNITS = 1L << 32;

    private final Map<ModelId, Map<String, Long>> shares = new HashMap<>();
    private final Map<String, Sum> sums = new TreeMap<>();
    private TaskNorms inForce = TaskNorms.NONE;
    private boolean changed;

    /** The norms in force. */
    public TaskNorms inForce() {
        return inForce;
    }

    /** Takes in what a model's tasks show. */
    public void put(Standing standing) {
        put(standing.model(), standing.tasks());
    }

    /** The same; no tasks for a model that is gone. */
    public void put(ModelId model, List<TaskStanding> tasks) {
        Map<String, Long> now = tasks.size() < 2 ? Map.of() : share(tasks);
        Map<String, Long> before = now.isEmpty() ? shares.remove(model) : shares.put(model, now);
        if (now.equals(before)) {
            return;
        }
        if (before != null) {
            before.forEach((task, part) -> add(task, -part, -1));
        }
        now.forEach((task, part) -> add(task, part, 1));
    }

    /** Brings the norms in force up to date; whether they are others now. */
    public boolean renew() {
        if (!changed) {
            return false;
        }
        changed = false;
        Map<String, Double> factors = new HashMap<>();
        sums.forEach((task, sum) -> {
            if (sum.models >= ENOUGH_MODELS) {
                factors.put(task, sum.total / UNITS / sum.models);
            }
        });
        boolean off = !factors.keySet().equals(inForce.logFactors().keySet())
                || factors.entrySet().stream()
                        .anyMatch(factor -> Math.abs(factor.getValue() - inForce.logFactor(factor.getKey())) > OFF);
        if (off) {
            inForce = new TaskNorms(factors);
        }
        return off;
    }

    private void add(String task, long part, int models) {
        Sum sum = sums.computeIfAbsent(task, _ -> new Sum());
        sum.total += part;
        sum.models += models;
        changed = true;
    }

    private static Map<String, Long> share(List<TaskStanding> tasks) {
        Map<String, Double> logs = new TreeMap<>();
        double total = 0;
        for (TaskStanding task : tasks) {
            @Nullable Double latency = task.meanLatencyMs();
            if (latency != null) {
                double log = Math.log(Math.max(1, latency));
                logs.put(task.task(), log);
                total += log;
            }
        }
        if (logs.size() < 2) {
            return Map.of();
        }
        double mean = total / logs.size();
        Map<String, Long> share = new HashMap<>();
        logs.forEach((task, log) -> share.put(task, Math.round((log - mean) * UNITS)));
        return share;
    }

    /** Of one task, over models. */
    private static final class Sum {
        private long total;
        private int models;
    }
}
