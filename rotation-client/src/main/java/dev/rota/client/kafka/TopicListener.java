package dev.rota.client.kafka;

/** Told what a follower reads; calls come one at a time, on the follower's thread. */
@FunctionalInterface
public interface TopicListener<V> {
    void record(TopicRecord<V> record);

    /** Everything that was in the topic when the follower first reached it has been delivered. Called once. */
    default void caughtUp() {}

    /** Kafka answered. */
    default void heard() {}

    /** Kafka, the registry or the topic is out of reach; the follower goes on trying. */
    default void lost(String problem) {}
}
