package dev.rota.ranking.evidence;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.TestResult;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A whole history in memory, forty bytes a result: what {@link Evidence} would keep of each, in the order they were
 * added. For one thread at a time, but for {@link #part parts}, which other threads may fill meanwhile.
 */
public final class ResultLog {
    private static final int LANE_BITS = 2;

    /** Of each: model (upper half), task (the rest but two bits) and lane in {@link Rows#NAMES}. */
    private final Rows rows = new Rows();

    private final Numbering<ModelId, ModelId> models = new Numbering<>(Function.identity());
    private final Numbering<Task, String> tasks = new Numbering<>(task -> TaskTable.name(task.suite, task.name));
    private final Part single = new Part();

    /** What a result says of its task. */
    private record Task(@Nullable String suite, @Nullable String name) {}

    /** Results gathered for a log, to be {@link #append appended} to that log together. For one thread at a time. */
    public final class Part {
        private long[] words = new long[64 * Rows.WIDTH];
        private int size;

        private Part() {}

        public void add(TestResult result) {
            int at = size * Rows.WIDTH;
            if (at == words.length) {
                words = Arrays.copyOf(words, 2 * at);
            }
            long model = models.number(result.model());
            long task = tasks.number(new Task(result.suite(), result.task()));
            words[at + Rows.ID] = Hashes.of(result.resultId());
            words[at + Rows.TIME] = result.startedAt().toEpochMilli();
            words[at + Rows.TIMING] = Packed.timing(result);
            words[at + Rows.VERDICT] = Packed.verdict(result, 0);
            words[at + Rows.NAMES] = (model << 32) | (task << LANE_BITS) | Evidence.lane(result);
            size++;
        }

        private ResultLog log() {
            return ResultLog.this;
        }
    }

    /** A part that holds nothing yet. Any thread may ask for one, and fill it. */
    public Part part() {
        return new Part();
    }

    /**
     * Adds the results of a part; it is not to be used any more.
     *
     * @throws IllegalArgumentException if it is another log's
     */
    public void append(Part part) {
        if (part.log() != this) {
            throw new IllegalArgumentException("the part is of another log: ask this one for a part");
        }
        rows.add(part.words, part.size);
    }

    public void add(TestResult result) {
        single.add(result);
        append(single);
        single.size = 0;
    }

    public int size() {
        return rows.size();
    }

    /** Start of the i-th result added, in epoch milliseconds. */
    public long startedAt(int i) {
        return rows.get(i, Rows.TIME);
    }

    public ModelId model(int i) {
        return models.name(modelNumber(i));
    }

    /** The number of the model of the i-th result added. Models are numbered from 0, in no particular order. */
    public int modelNumber(int i) {
        return (int) (rows.get(i, Rows.NAMES) >>> 32);
    }

    /** How many models have a number. */
    public int models() {
        return models.size();
    }

    /** Whether the i-th result added is a success. */
    public boolean succeeded(int i) {
        return Packed.success(verdict(i));
    }

    /** Until the end of the i-th result's answer, or until its failure was known, in milliseconds. */
    public int latencyMs(int i) {
        return Packed.latencyMs(timing(i));
    }

    /** The i-th result's id, as evidence knows it. */
    long id(int i) {
        return rows.get(i, Rows.ID);
    }

    long timing(int i) {
        return rows.get(i, Rows.TIMING);
    }

    long verdict(int i) {
        return rows.get(i, Rows.VERDICT);
    }

    /** Which of the evidence's lanes the i-th result goes to. */
    int lane(int i) {
        return (int) rows.get(i, Rows.NAMES) & ((1 << LANE_BITS) - 1);
    }

    /** The i-th result's task, as {@link TaskTable#name}. */
    String task(int i) {
        return tasks.name((int) rows.get(i, Rows.NAMES) >>> LANE_BITS);
    }
}
