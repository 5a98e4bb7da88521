package dev.rota.client.kafka;

import dev.rota.client.RotationFeed;
import dev.rota.client.RotationSink;
import dev.rota.domain.rotation.Rotation;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import org.jspecify.annotations.Nullable;

/** One rotation, straight from its topic: the newest snapshot first, then every revision. */
public final class KafkaFeed implements RotationFeed {
    private final KafkaSettings kafka;
    private final String rotation;
    private @Nullable TopicFollower<Rotation> follower;

    /** @param rotation the rotation's name, such as {@code speed} */
    public KafkaFeed(KafkaSettings kafka, String rotation) {
        this.kafka = kafka;
        this.rotation = rotation;
    }

    @Override
    public synchronized void start(RotationSink sink) {
        TopicFollower<Rotation> started =
                new TopicFollower<>(Topics.ROTATION, kafka, Start.beginning(), new NewestFirst(rotation, sink));
        follower = started;
        started.start();
    }

    @Override
    public synchronized void close() {
        if (follower != null) {
            follower.close();
        }
    }

    /** Holds back what compaction has not removed yet, until the newest snapshot is known. */
    private static final class NewestFirst implements TopicListener<Rotation> {
        private final String rotation;
        private final RotationSink sink;
        private @Nullable Rotation held;
        private boolean live;

        NewestFirst(String rotation, RotationSink sink) {
            this.rotation = rotation;
            this.sink = sink;
        }

        @Override
        public void record(TopicRecord<Rotation> record) {
            Rotation value = record.value();
            if (value == null || !record.key().equals(rotation)) {
                return;
            }
            if (live) {
                sink.rotation(value);
            } else {
                held = value;
            }
        }

        @Override
        public void caughtUp() {
            live = true;
            if (held != null) {
                sink.rotation(held);
            }
        }

        @Override
        public void heard() {
            sink.heard();
        }

        @Override
        public void lost(String problem) {
            sink.lost(problem);
        }
    }
}
