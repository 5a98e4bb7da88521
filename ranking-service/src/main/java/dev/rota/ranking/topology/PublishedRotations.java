package dev.rota.ranking.topology;

import dev.rota.domain.rotation.Rotation;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what readers last got of each rotation, so that revisions go on from there whatever became of our own state: a
 * rebuild throws it away, and at least once it may lag behind what was published.
 */
final class PublishedRotations implements Processor<String, @Nullable Rotation, Void, Void> {
    private final Succession succession;
    private final RankingMeters meters;
    private @Nullable KeyValueStore<String, Rotation> rotations;

    PublishedRotations(Succession succession, RankingMeters meters) {
        this.succession = succession;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        rotations = context.getStateStore(RankingTopology.PUBLISHED_STORE);
    }

    @Override
    public void process(Record<String, @Nullable Rotation> record) {
        KeyValueStore<String, Rotation> store = Objects.requireNonNull(rotations);
        Rotation rotation = record.value();
        if (rotation == null) {
            store.delete(record.key());
        } else {
            store.put(record.key(), rotation);
            meters.stands(rotation);
            succession.published(record.key(), record.headers());
        }
    }
}
