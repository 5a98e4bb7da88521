package dev.rota.launcher.up;

import dev.rota.client.kafka.Start;
import dev.rota.client.kafka.TopicFollower;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.runtime.lifecycle.Service;
import dev.rota.runtime.lifecycle.Services;
import dev.rota.schema.topic.Topic;
import dev.rota.schema.topic.Topics;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Follows probes, results, rotations and changes from now on, and shows them; the rotations that are there come first.
 */
final class EventFollower implements Service {
    private static final long TICK_MILLIS = 250;

    private final KafkaSettings kafka;
    private final View view;
    private final Services running = new Services();

    EventFollower(KafkaSettings kafka, View view) {
        this.kafka = kafka;
        this.view = view;
    }

    @Override
    public void start() {
        follow(Topics.MODEL_FOUND, Start.tail(0), view::found);
        follow(Topics.TEST_RESULTS, Start.tail(0), view::result);
        follow(Topics.ROTATION, Start.beginning(), view::rotation);
        follow(Topics.ROTATION_CHANGES, Start.tail(0), view::change);
        ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("view-ticks").factory());
        running.own(ticks::shutdownNow);
        var _ = ticks.scheduleAtFixedRate(() -> show(view::tick), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private <V> void follow(Topic<V> topic, Start from, Consumer<V> target) {
        TopicFollower<V> follower = new TopicFollower<>(topic, kafka, from, record -> {
            V value = record.value();
            if (value != null) {
                show(() -> target.accept(value));
            }
        });
        running.own(follower).start();
    }

    /** Shows a line that is no event. */
    void note(String line) {
        show(() -> view.note(line));
    }

    // Each topic has a thread of its own; the view wants one at a time.
    private synchronized void show(Runnable event) {
        event.run();
    }

    @Override
    public void close() {
        running.close();
        show(view::close);
    }
}
