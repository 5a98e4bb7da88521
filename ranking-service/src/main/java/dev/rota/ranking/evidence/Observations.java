package dev.rota.ranking.evidence;

import dev.rota.domain.result.FailureKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model's results that count, oldest first, for estimators to read by index. */
public final class Observations {
    private static final int WIDTH = Block.WIDTH;

    /** In a verdict's unused bits: the result is traffic, and not a test. */
    private static final long TRAFFIC = 1L << 8;

    private final long[] words;
    private final int size;
    private final TaskTable tasks;

    private Observations(long[] words, int size, TaskTable tasks) {
        this.words = words;
        this.size = size;
        this.tasks = tasks;
    }

    /** Merges the two lanes by start and id; a test goes before traffic with the same start and id. */
    static Observations of(Lane tests, Lane traffic, TaskTable tasks) {
        long[] words = new long[(tests.size() + traffic.size()) * WIDTH];
        if (traffic.size() == 0) {
            copy(tests, words);
            return new Observations(words, tests.size(), tasks);
        }
        Cursor a = new Cursor(tests);
        Cursor b = new Cursor(traffic);
        int at = 0;
        while (a.present() || b.present()) {
            boolean test = !b.present() || (a.present() && !b.before(a));
            Cursor next = test ? a : b;
            next.copyTo(words, at);
            words[at + WIDTH - 1] |= test ? 0 : TRAFFIC;
            at += WIDTH;
            next.advance();
        }
        return new Observations(words, at / WIDTH, tasks);
    }

    /** Block by block, for most models have tests only. */
    private static void copy(Lane tests, long[] words) {
        int skipped = tests.skipped() * WIDTH;
        int at = 0;
        List<Block> blocks = tests.blocks();
        for (int b = 0; b < blocks.size(); b++) {
            long[] rest = blocks.get(b).rest();
            int length = rest.length - skipped;
            System.arraycopy(rest, skipped, words, at, length);
            at += length;
            skipped = 0;
        }
    }

    public int size() {
        return size;
    }

    /** When the request was sent, in epoch milliseconds. */
    public long startedAt(int i) {
        return words[i * WIDTH];
    }

    /** Until the end of the answer, or until the failure was known, in milliseconds. */
    public int latencyMs(int i) {
        return Packed.latencyMs(words[i * WIDTH + 1]);
    }

    /** Until the first token, in milliseconds; -1 if not measured. */
    public int firstTokenMs(int i) {
        return Packed.firstTokenMs(words[i * WIDTH + 1]);
    }

    public boolean succeeded(int i) {
        return Packed.success(words[i * WIDTH + 2]);
    }

    /** Why it failed; null if it did not. */
    public @Nullable FailureKind kind(int i) {
        return Packed.kind(words[i * WIDTH + 2]);
    }

    /** From 0 to 1; NaN if nothing graded it. */
    public double quality(int i) {
        return Packed.quality(words[i * WIDTH + 2]);
    }

    /** Whether it is a test, and not traffic. */
    public boolean test(int i) {
        return (words[i * WIDTH + WIDTH - 1] & TRAFFIC) == 0;
    }

    /** Number of the task, an index into {@link #tasks}; meaningless for traffic. */
    public int task(int i) {
        return Packed.task(words[i * WIDTH + 2]);
    }

    /** The tasks' names, {@code suite/task}, in no particular order: sort before adding anything up. */
    public List<String> tasks() {
        return tasks.names();
    }

    /** Walks a lane's results that count. */
    private static final class Cursor {
        private final List<Block> blocks;
        private int block;
        private int i;

        Cursor(Lane lane) {
            this.blocks = lane.blocks();
            this.i = lane.skipped();
        }

        boolean present() {
            return block < blocks.size();
        }

        boolean before(Cursor other) {
            Block there = other.blocks.get(other.block);
            return blocks.get(block).before(i, there.time(other.i), there.ids()[other.i]);
        }

        void copyTo(long[] words, int at) {
            System.arraycopy(blocks.get(block).rest(), i * Block.WIDTH, words, at, Block.WIDTH);
        }

        void advance() {
            i++;
            if (i >= blocks.get(block).size()) {
                block++;
                i = 0;
            }
        }
    }
}
