package dev.rota.ranking.topology;

import dev.rota.domain.rotation.Rotation;
import dev.rota.ranking.evidence.Chunk;
import dev.rota.ranking.selection.RotationState;
import dev.rota.ranking.store.StoreCodec;
import dev.rota.schema.topic.Topics;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** Three chunks: the rotation and the last good one, each like an event of {@code rota.rotation}, and a time. */
final class RotationStateCodec implements StoreCodec<RotationState> {
    private static final int ROTATION = 0;
    private static final int LAST_GOOD = 1;
    private static final int PRIMARY_SINCE = 2;

    private final Serde<Rotation> serde;

    RotationStateCodec(Serde<Rotation> serde) {
        this.serde = serde;
    }

    @Override
    public List<Chunk> changes(@Nullable RotationState before, RotationState after) {
        List<Chunk> changes = new ArrayList<>();
        if (before == null || !before.rotation().equals(after.rotation())) {
            changes.add(new Chunk(ROTATION, encode(after.rotation())));
        }
        if (before == null || !before.lastGood().equals(after.lastGood())) {
            changes.add(new Chunk(LAST_GOOD, encode(after.lastGood())));
        }
        if (before == null || !before.primarySince().equals(after.primarySince())) {
            long since = after.primarySince().toEpochMilli();
            changes.add(new Chunk(
                    PRIMARY_SINCE,
                    ByteBuffer.allocate(Long.BYTES).putLong(since).array()));
        }
        return changes;
    }

    @Override
    public RotationState assemble(Collection<Chunk> chunks) {
        Rotation rotation = null;
        Rotation lastGood = null;
        Instant since = null;
        for (Chunk chunk : chunks) {
            byte[] bytes = Objects.requireNonNull(chunk.bytes());
            switch (chunk.name()) {
                case ROTATION -> rotation = decode(bytes);
                case LAST_GOOD -> lastGood = decode(bytes);
                default -> since = Instant.ofEpochMilli(ByteBuffer.wrap(bytes).getLong());
            }
        }
        // At least once, a kill may cut a commit's records short: what is missing is then taken from what is there.
        Rotation known = Objects.requireNonNull(rotation == null ? lastGood : rotation);
        return new RotationState(
                known, since == null ? known.computedAt() : since, lastGood == null ? known : lastGood);
    }

    private byte[] encode(Rotation rotation) {
        return serde.serializer().serialize(Topics.ROTATION.name(), rotation);
    }

    private Rotation decode(byte[] bytes) {
        return serde.deserializer().deserialize(Topics.ROTATION.name(), bytes);
    }
}
