package dev.rota.ranking.evidence;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.TestResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole history in memory, forty bytes a result: what {@link Evidence} would keep of each, in the order they were
 * added. For one thread at a time.
 */
public final class ResultLog {
    private static final int LANE_BITS = 2;

    private final LongColumn ids = new LongColumn();
    private final LongColumn times = new LongColumn();
    private final LongColumn timings = new LongColumn();
    private final LongColumn verdicts = new LongColumn();

    /** Model (upper half), task (the rest but two bits), lane. */
    private final LongColumn names = new LongColumn();

    private final Map<ModelId, Integer> modelNumbers = new HashMap<>();
    private final List<ModelId> models = new ArrayList<>();
    private final Map<Task, Integer> taskNumbers = new HashMap<>();
    private final List<String> tasks = new ArrayList<>();

    /** What a result says of its task. */
    private record Task(@Nullable String suite, @Nullable String name) {}

    public void add(TestResult result) {
        int model = modelNumbers.computeIfAbsent(result.model(), name -> number(models, name));
        int task = taskNumbers.computeIfAbsent(
                new Task(result.suite(), result.task()),
                known -> number(tasks, TaskTable.name(known.suite, known.name)));
        names.add(((long) model << 32) | ((long) task << LANE_BITS) | Evidence.lane(result));
        ids.add(Hashes.of(result.resultId()));
        times.add(result.startedAt().toEpochMilli());
        timings.add(Packed.timing(result));
        verdicts.add(Packed.verdict(result, 0));
    }

    public int size() {
        return names.size();
    }

    /** Start of the i-th result added, in epoch milliseconds. */
    public long startedAt(int i) {
        return times.get(i);
    }

    public ModelId model(int i) {
        return models.get(modelNumber(i));
    }

    /** The number of the model of the i-th result added: models are numbered from 0 in the order they came. */
    public int modelNumber(int i) {
        return (int) (names.get(i) >>> 32);
    }

    /** How many models there are. */
    public int models() {
        return models.size();
    }

    /** Whether the i-th result added is a success. */
    public boolean succeeded(int i) {
        return Packed.success(verdicts.get(i));
    }

    /** The i-th result's id, as evidence knows it. */
    long id(int i) {
        return ids.get(i);
    }

    long timing(int i) {
        return timings.get(i);
    }

    long verdict(int i) {
        return verdicts.get(i);
    }

    /** Which of the evidence's lanes the i-th result goes to. */
    int lane(int i) {
        return (int) names.get(i) & ((1 << LANE_BITS) - 1);
    }

    /** The i-th result's task, as {@link TaskTable#name}. */
    String task(int i) {
        return tasks.get((int) names.get(i) >>> LANE_BITS);
    }

    private static <T> int number(List<T> list, T name) {
        list.add(name);
        return list.size() - 1;
    }
}
