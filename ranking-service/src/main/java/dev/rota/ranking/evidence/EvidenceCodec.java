package dev.rota.ranking.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Evidence as bytes: whole, or as the chunks that changed, so that a busy model's changelog costs a few hundred bytes a
 * commit instead of several thousand.
 *
 * <p>A chunk is a block of one lane, or the names of the tasks. Failure kinds are written by their ordinal, so the enum
 * may only be added to at its end (a test pins it).
 */
public final class EvidenceCodec {
    private static final int TASKS = 3;
    private static final int LANES = 3;
    private static final int BYTES_PER_RESULT = 26;

    private EvidenceCodec() {}

    /** What must be written so that {@code before}'s chunks become {@code after}'s. */
    public static List<Chunk> changes(Evidence before, Evidence after) {
        List<Chunk> changes = new ArrayList<>();
        if (before.tasks != after.tasks) {
            changes.add(new Chunk(TASKS, encodeTasks(after.tasks)));
        }
        for (int lane = 0; lane < LANES; lane++) {
            addChanges(lane, lane(before, lane), lane(after, lane), changes);
        }
        return changes;
    }

    /** Puts chunks together again, in any order; those without bytes are ignored. */
    public static Evidence assemble(Collection<Chunk> chunks) {
        TaskTable tasks = TaskTable.EMPTY;
        List<List<Block>> lanes = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Chunk chunk : chunks) {
            byte[] bytes = chunk.bytes();
            if (bytes == null) {
                continue;
            }
            if (chunk.name() == TASKS) {
                tasks = decodeTasks(ByteBuffer.wrap(bytes));
            } else {
                lanes.get(chunk.name() % 4).add(decodeBlock(chunk.name() / 4, ByteBuffer.wrap(bytes)));
            }
        }
        return new Evidence(
                Lane.restore(Evidence.TESTS, lanes.get(0)),
                Lane.restore(Evidence.TRAFFIC, lanes.get(1)),
                Lane.restore(Evidence.SET_ASIDE, lanes.get(2)),
                tasks);
    }

    /** All of it in one piece. */
    public static byte[] encode(Evidence evidence) {
        List<Chunk> chunks = changes(Evidence.empty(), evidence);
        int size = chunks.stream()
                .mapToInt(c -> 8 + Objects.requireNonNull(c.bytes()).length)
                .sum();
        ByteBuffer buffer = ByteBuffer.allocate(size);
        for (Chunk chunk : chunks) {
            byte[] bytes = Objects.requireNonNull(chunk.bytes());
            buffer.putInt(chunk.name()).putInt(bytes.length).put(bytes);
        }
        return Varints.written(buffer);
    }

    /** Reads what {@link #encode} wrote. */
    public static Evidence decode(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        List<Chunk> chunks = new ArrayList<>();
        while (buffer.hasRemaining()) {
            int name = buffer.getInt();
            byte[] chunk = new byte[buffer.getInt()];
            buffer.get(chunk);
            chunks.add(new Chunk(name, chunk));
        }
        return assemble(chunks);
    }

    @SuppressWarnings("ReferenceEquality") // what was not copied was not changed
    private static void addChanges(int lane, Lane before, Lane after, List<Chunk> changes) {
        if (before == after) {
            return;
        }
        if (before.sameSerials(after)) {
            addInPlace(lane, before.blocks(), after.blocks(), changes);
            return;
        }
        Map<Integer, Block> old = new HashMap<>();
        before.blocks().forEach(block -> old.put(block.serial(), block));
        Set<Integer> kept = new HashSet<>();
        for (Block block : after.blocks()) {
            kept.add(block.serial());
            if (old.get(block.serial()) != block) {
                changes.add(new Chunk(block.serial() * 4 + lane, encodeBlock(block)));
            }
        }
        for (Block block : before.blocks()) {
            if (!kept.contains(block.serial())) {
                changes.add(new Chunk(block.serial() * 4 + lane, null));
            }
        }
    }

    /** The usual case, asked of thousands of models at each commit: results went into blocks that were there. */
    @SuppressWarnings("ReferenceEquality") // what was not copied was not changed
    private static void addInPlace(int lane, List<Block> before, List<Block> after, List<Chunk> changes) {
        for (int i = 0; i < after.size(); i++) {
            Block block = after.get(i);
            if (block != before.get(i)) {
                changes.add(new Chunk(block.serial() * 4 + lane, encodeBlock(block)));
            }
        }
    }

    private static Lane lane(Evidence evidence, int lane) {
        return switch (lane) {
            case 0 -> evidence.tests;
            case 1 -> evidence.traffic;
            default -> evidence.setAside;
        };
    }

    private static byte[] encodeBlock(Block block) {
        ByteBuffer buffer = ByteBuffer.allocate(block.size() * BYTES_PER_RESULT + 8);
        long base = block.size() == 0 ? 0 : block.time(0);
        buffer.putLong(base);
        for (int i = 0; i < block.size(); i++) {
            buffer.putLong(block.ids()[i]);
            Varints.write(buffer, block.time(i) - base);
            Varints.write(buffer, Packed.latencyMs(block.timing(i)));
            Varints.write(buffer, Packed.firstTokenMs(block.timing(i)) + 1L);
            long verdict = block.verdict(i);
            buffer.put((byte) verdict);
            Varints.write(buffer, Packed.task(verdict));
            buffer.putShort((short) (verdict >>> 48));
            if (buffer.remaining() < BYTES_PER_RESULT * 2) {
                buffer = Varints.larger(buffer);
            }
        }
        return Varints.written(buffer);
    }

    private static Block decodeBlock(int serial, ByteBuffer buffer) {
        long base = buffer.getLong();
        long[] ids = new long[Block.CAPACITY * 2];
        long[] rest = new long[ids.length * Block.WIDTH];
        int size = 0;
        while (buffer.hasRemaining()) {
            ids[size] = buffer.getLong();
            rest[size * Block.WIDTH] = base + Varints.read(buffer);
            rest[size * Block.WIDTH + 1] = (Varints.read(buffer) << 32) | Varints.read(buffer);
            long kind = buffer.get() & 0xFFL;
            long task = Varints.read(buffer);
            long graded = buffer.getShort() & 0xFFFFL;
            rest[size * Block.WIDTH + 2] = (graded << 48) | (task << 32) | kind;
            size++;
        }
        return new Block(serial, ids, rest).slice(serial, 0, size);
    }

    private static byte[] encodeTasks(TaskTable tasks) {
        List<byte[]> names = tasks.names().stream()
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toList();
        ByteBuffer buffer = ByteBuffer.allocate(
                names.stream().mapToInt(name -> name.length + Integer.BYTES).sum());
        names.forEach(name -> buffer.putInt(name.length).put(name));
        return Varints.written(buffer);
    }

    private static TaskTable decodeTasks(ByteBuffer buffer) {
        List<String> names = new ArrayList<>();
        while (buffer.hasRemaining()) {
            byte[] name = new byte[buffer.getInt()];
            buffer.get(name);
            names.add(new String(name, StandardCharsets.UTF_8));
        }
        return TaskTable.of(names);
    }
}
