package dev.rota.launcher.up;

import dev.rota.client.kafka.TopicSnapshot;
import dev.rota.domain.rotation.Rotation;
import dev.rota.launcher.UserError;
import dev.rota.launcher.terminal.ProgressBar;
import dev.rota.launcher.terminal.Terminal;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;

/**
 * Waits until all probes of a sweep have been run and ranked.
 *
 * <p>A probe is done when its tester acknowledged it, which comes after its results. The results are ranked when the
 * ranking's group has read all of them, and then all of what it sent on to itself.
 */
final class OnceRun {
    private static final String TESTERS = "rota-testers";
    private static final Duration LOOK = Duration.ofMillis(200);

    private final KafkaSettings kafka;
    private final String ranking;
    private final StopSignal stop;
    private final Terminal terminal;

    /** @param ranking the group of the ranking that is waited for */
    OnceRun(KafkaSettings kafka, String ranking, StopSignal stop, Terminal terminal) {
        this.kafka = kafka;
        this.ranking = ranking;
        this.stop = stop;
        this.terminal = terminal;
    }

    /**
     * The rotations once everything is ranked.
     *
     * @param probes how many probes the sweep published
     * @throws UserError if the process is asked to stop before
     */
    Map<String, Rotation> await(long probes) throws InterruptedException {
        try (Admin admin = Admin.create(kafka.clientWith(Map.of()))) {
            GroupLag lag = new GroupLag(admin);
            if (probes > 0) {
                awaitProbes(probes, lag);
            }
            awaitNone(() -> lag.ofConsumerGroup(ranking, Topics.TEST_RESULTS.name()));
            awaitNone(() -> lag.ofConsumerGroup(ranking, ""));
        }
        return TopicSnapshot.read(Topics.ROTATION, kafka);
    }

    private void awaitProbes(long probes, GroupLag lag) throws InterruptedException {
        try (ProgressBar bar = new ProgressBar(terminal.err(), terminal.live(), "probes", probes)) {
            Optional<Long> open = Optional.empty();
            while (open.isEmpty() || open.get() > 0) {
                pause();
                open = lag.ofShareGroup(TESTERS);
                open.ifPresent(left -> bar.show(Math.max(0, probes - left), ""));
            }
        }
    }

    private void awaitNone(Supplier<Optional<Long>> lag) throws InterruptedException {
        while (lag.get().orElse(1L) > 0) {
            pause();
        }
    }

    private void pause() throws InterruptedException {
        if (stop.await(LOOK)) {
            throw UserError.failed("stopped before the sweep was done; its probes go on with the next start");
        }
    }
}
