package dev.rota.ranking.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The newest results of one sort, by (start, id), one per id; of two versions of one id the later one stays.
 *
 * <p>That is a join of a semilattice, so any order and any repetition of inserts ends in the same content: an id
 * outside the lane has no version newer than the lane's oldest result, and one inside has its latest version there.
 *
 * <p>Results pushed out stay in the oldest block until it holds nothing else, but are not counted ({@link #skipped});
 * otherwise each insert would write two blocks to the changelog instead of one.
 */
final class Lane {
    private final int capacity;
    private final Block[] blocks;

    private final Marks marks;

    private final int total;
    private final int nextSerial;

    private Lane(int capacity, Block[] blocks, Marks marks, int total, int nextSerial) {
        this.capacity = capacity;
        this.blocks = blocks;
        this.marks = marks;
        this.total = total;
        this.nextSerial = nextSerial;
    }

    static Lane empty(int capacity) {
        return new Lane(capacity, new Block[0], Marks.NONE, 0, 0);
    }

    /** From the blocks a changelog kept, in any order. */
    static Lane restore(int capacity, List<Block> kept) {
        List<Block> sorted = new ArrayList<>(kept);
        sorted.removeIf(block -> block.size() == 0);
        sorted.sort(Comparator.comparingLong((Block b) -> b.time(0)).thenComparingLong(b -> b.ids()[0]));
        int total = sorted.stream().mapToInt(Block::size).sum();
        int next = sorted.stream().mapToInt(Block::serial).max().orElse(-1) + 1;
        return new Lane(capacity, sorted.toArray(Block[]::new), Marks.of(sorted), total, next).trimmed();
    }

    int size() {
        return sizeWith(0);
    }

    /** Its size once so many results more are in it. */
    int sizeWith(int more) {
        return Math.min(total + more, capacity);
    }

    List<Block> blocks() {
        return Collections.unmodifiableList(Arrays.asList(blocks));
    }

    /** Whether both have blocks of the same names in the same order. */
    boolean sameSerials(Lane other) {
        boolean same = blocks.length == other.blocks.length;
        for (int b = 0; same && b < blocks.length; b++) {
            same = blocks[b].serial() == other.blocks[b].serial();
        }
        return same;
    }

    /** How many of the oldest results are there but no longer count. */
    int skipped() {
        return Math.max(0, total - capacity);
    }

    /** The lane with the result; itself if it has it already, or if the result is older than all that fit. */
    Lane with(long id, long time, long timing, long verdict) {
        for (int b = blocks.length - 1; b >= 0; b--) {
            int i = marks.mayContain(b, id) ? blocks[b].find(id) : -1;
            if (i >= 0 && (b > 0 || i >= skipped())) {
                return replace(b, i, time, timing, verdict);
            }
        }
        if (total >= capacity && time <= newest() && !blocks[0].before(skipped(), time, id)) {
            return this;
        }
        return insert(id, time, timing, verdict);
    }

    /** Whether there is a version of the result, counted or not. */
    boolean has(long id) {
        for (int b = blocks.length - 1; b >= 0; b--) {
            if (marks.mayContain(b, id) && blocks[b].find(id) >= 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * The lane with results in their order, all later than its newest and none of an id that it has: what {@link #with}
     * makes of them one after the other.
     *
     * @param rest as in {@link Block}
     */
    Lane append(long[] ids, long[] rest) {
        int room = blocks.length == 0 ? 0 : Math.min(Block.CAPACITY - last().size(), ids.length);
        Lane lane = this;
        if (room > 0) {
            lane = spliced(blocks.length - 1, 1, last().append(ids, rest, room));
        }
        int more = (ids.length - room + Block.CAPACITY - 1) / Block.CAPACITY;
        Block[] appended = new Block[more];
        Block all = new Block(0, ids, rest);
        for (int i = 0; i < more; i++) {
            int from = room + i * Block.CAPACITY;
            appended[i] = all.slice(nextSerial + i, from, Math.min(from + Block.CAPACITY, ids.length));
        }
        return lane.spliced(lane.blocks.length, 0, appended).trimmed();
    }

    /** The newest result's start; {@link Long#MIN_VALUE} if there is none. */
    long newest() {
        return blocks.length == 0 ? Long.MIN_VALUE : last().time(last().size() - 1);
    }

    Lane mapVerdicts(java.util.function.LongUnaryOperator change) {
        Block[] changed = blocks.clone();
        Arrays.setAll(changed, b -> changed[b].mapVerdicts(change));
        return new Lane(capacity, changed, marks, total, nextSerial);
    }

    private Lane replace(int b, int i, long time, long timing, long verdict) {
        Block block = blocks[b];
        int newer = Long.compare(time, block.time(i));
        if (newer == 0) {
            newer = Packed.compare(timing, verdict, block.timing(i), block.verdict(i));
        }
        if (newer <= 0) {
            return this;
        }
        Block fewer = block.remove(i);
        Lane without = fewer.size() == 0 ? dropped(b) : spliced(b, 1, fewer);
        return without.insert(block.ids()[i], time, timing, verdict);
    }

    private Lane insert(long id, long time, long timing, long verdict) {
        int b = blockFor(time, id);
        if (b < 0 || (b == blocks.length - 1 && last().full() && last().place(time, id) == last().size())) {
            return append(Block.of(nextSerial, id, time, timing, verdict));
        }
        Block block = blocks[b];
        if (!block.full()) {
            Block more = block.insert(block.place(time, id), id, time, timing, verdict);
            return set(b, more, marks.with(b, id), total + 1).trimmed();
        }
        return split(b).insert(id, time, timing, verdict);
    }

    private Lane append(Block block) {
        return spliced(blocks.length, 0, block).trimmed();
    }

    private Lane split(int b) {
        Block block = blocks[b];
        int half = block.size() / 2;
        return spliced(b, 1, block.slice(block.serial(), 0, half), block.slice(nextSerial, half, block.size()));
    }

    /** Without the oldest block, once nothing in it counts. */
    private Lane trimmed() {
        Lane lane = this;
        while (lane.total > capacity && lane.skipped() >= lane.blocks[0].size()) {
            lane = lane.dropped(0);
        }
        return lane;
    }

    /** The last block that begins before the result, or the first one; -1 if there is none. */
    private int blockFor(long time, long id) {
        int b = blocks.length - 1;
        while (b > 0 && !blocks[b].before(0, time, id)) {
            b--;
        }
        return b;
    }

    private Block last() {
        return blocks[blocks.length - 1];
    }

    private Lane set(int b, Block block, Marks newMarks, int newTotal) {
        Block[] changed = blocks.clone();
        changed[b] = block;
        return new Lane(capacity, changed, newMarks, newTotal, nextSerial);
    }

    private Lane dropped(int b) {
        return spliced(b, 1);
    }

    /** With {@code gone} blocks from {@code at} on replaced by others. */
    private Lane spliced(int at, int gone, Block... others) {
        Block[] changed = new Block[blocks.length - gone + others.length];
        int newTotal = total;
        System.arraycopy(blocks, 0, changed, 0, at);
        System.arraycopy(others, 0, changed, at, others.length);
        System.arraycopy(blocks, at + gone, changed, at + others.length, blocks.length - at - gone);
        for (int i = 0; i < gone; i++) {
            newTotal -= blocks[at + i].size();
        }
        for (Block other : others) {
            newTotal += other.size();
        }
        Marks newMarks = marks.spliced(at, gone, others);
        int serials = nextSerial + Math.max(0, others.length - gone);
        return new Lane(capacity, changed, newMarks, newTotal, serials);
    }
}
