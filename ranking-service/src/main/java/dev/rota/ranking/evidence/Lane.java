package dev.rota.ranking.evidence;

import java.util.ArrayList;
import java.util.Arrays;
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
    private final int total;
    private final int nextSerial;

    private Lane(int capacity, Block[] blocks, int total, int nextSerial) {
        this.capacity = capacity;
        this.blocks = blocks;
        this.total = total;
        this.nextSerial = nextSerial;
    }

    static Lane empty(int capacity) {
        return new Lane(capacity, new Block[0], 0, 0);
    }

    /** From the blocks a changelog kept, in any order. */
    static Lane restore(int capacity, List<Block> kept) {
        List<Block> sorted = new ArrayList<>(kept);
        sorted.removeIf(block -> block.size() == 0);
        sorted.sort(Comparator.comparingLong((Block b) -> b.time(0)).thenComparingLong(b -> b.ids()[0]));
        int total = sorted.stream().mapToInt(Block::size).sum();
        int next = sorted.stream().mapToInt(Block::serial).max().orElse(-1) + 1;
        return new Lane(capacity, sorted.toArray(Block[]::new), total, next).trimmed();
    }

    int size() {
        return Math.min(total, capacity);
    }

    List<Block> blocks() {
        return List.of(blocks);
    }

    /** How many of the oldest results are there but no longer count. */
    int skipped() {
        return Math.max(0, total - capacity);
    }

    /** The lane with the result; itself if it has it already, or if the result is older than all that fit. */
    Lane with(long id, long time, long timing, long verdict) {
        for (int b = blocks.length - 1; b >= 0; b--) {
            int i = blocks[b].find(id);
            if (i >= 0 && (b > 0 || i >= skipped())) {
                return replace(b, i, time, timing, verdict);
            }
        }
        if (total >= capacity && !blocks[0].before(skipped(), time, id)) {
            return this;
        }
        return insert(id, time, timing, verdict);
    }

    /** The newest result's start; {@link Long#MIN_VALUE} if there is none. */
    long newest() {
        return blocks.length == 0 ? Long.MIN_VALUE : last().time(last().size() - 1);
    }

    Lane mapVerdicts(java.util.function.LongUnaryOperator change) {
        Block[] changed = blocks.clone();
        Arrays.setAll(changed, b -> changed[b].mapVerdicts(change));
        return new Lane(capacity, changed, total, nextSerial);
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
        Lane without = fewer.size() == 0
                ? new Lane(capacity, dropped(b), total - 1, nextSerial)
                : new Lane(capacity, set(b, fewer), total - 1, nextSerial);
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
            return new Lane(capacity, set(b, more), total + 1, nextSerial).trimmed();
        }
        return split(b).insert(id, time, timing, verdict);
    }

    private Lane append(Block block) {
        Block[] more = Arrays.copyOf(blocks, blocks.length + 1);
        more[blocks.length] = block;
        return new Lane(capacity, more, total + block.size(), nextSerial + 1).trimmed();
    }

    private Lane split(int b) {
        Block block = blocks[b];
        int half = block.size() / 2;
        Block[] more = new Block[blocks.length + 1];
        System.arraycopy(blocks, 0, more, 0, b);
        more[b] = block.slice(block.serial(), 0, half);
        more[b + 1] = block.slice(nextSerial, half, block.size());
        System.arraycopy(blocks, b + 1, more, b + 2, blocks.length - b - 1);
        return new Lane(capacity, more, total, nextSerial + 1);
    }

    /** Without the oldest block, once nothing in it counts. */
    private Lane trimmed() {
        Lane lane = this;
        while (lane.skipped() > 0 && lane.skipped() >= lane.blocks[0].size()) {
            lane = new Lane(capacity, lane.dropped(0), lane.total - lane.blocks[0].size(), nextSerial);
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

    private Block[] set(int b, Block block) {
        Block[] changed = blocks.clone();
        changed[b] = block;
        return changed;
    }

    private Block[] dropped(int b) {
        Block[] fewer = new Block[blocks.length - 1];
        System.arraycopy(blocks, 0, fewer, 0, b);
        System.arraycopy(blocks, b + 1, fewer, b, blocks.length - b - 1);
        return fewer;
    }
}
