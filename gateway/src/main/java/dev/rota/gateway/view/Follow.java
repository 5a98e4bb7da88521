package dev.rota.gateway.view;

import dev.rota.client.kafka.Start;
import dev.rota.client.kafka.TopicFollower;
import dev.rota.client.kafka.TopicListener;
import dev.rota.client.kafka.TopicRecord;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topic;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows one topic into one view, and keeps how that goes. */
final class Follow<V> implements TopicListener<V>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follow.class);

    private final String topic;
    private final Consumer<TopicRecord<V>> view;
    private final TopicFollower<V> follower;
    private volatile boolean caughtUp;
    private volatile @Nullable String problem;

    Follow(Topic<V> topic, KafkaSettings kafka, Start start, Consumer<TopicRecord<V>> view) {
        this.topic = topic.name();
        this.view = view;
        this.follower = new TopicFollower<>(topic, kafka, start, this);
    }

    void start() {
        follower.start();
    }

    ViewState state() {
        return new ViewState(topic, caughtUp, problem);
    }

    @Override
    public void record(TopicRecord<V> record) {
        view.accept(record);
    }

    @Override
    public void caughtUp() {
        caughtUp = true;
    }

    @Override
    public void heard() {
        problem = null;
    }

    @Override
    public void lost(String why) {
        if (problem == null) {
            LOG.warn("topic out of reach topic={} reason=\"{}\"", topic, why);
        }
        problem = why;
    }

    @Override
    public void close() {
        follower.close();
    }
}
