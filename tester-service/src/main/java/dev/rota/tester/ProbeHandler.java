package dev.rota.tester;

import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.result.TestResult;
import dev.rota.schema.serde.RegistryUnavailableException;
import dev.rota.tester.Settlement.End;
import dev.rota.tester.queue.Delivery;
import dev.rota.tester.queue.Outbox;
import dev.rota.tester.queue.ProbeReader;
import dev.rota.tester.worker.ProbeEnd;
import dev.rota.tester.worker.ProbeRunner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the work on deliveries: reads the probe, runs it, publishes its results. For one thread at a time. */
final class ProbeHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProbeHandler.class);

    /** The first and the longest time between two looks whether the schema registry is back. */
    private static final Duration FIRST_LOOK = Duration.ofMillis(500);

    private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);

    private final ProbeReader reader;
    private final Outbox outbox;
    private final ProbeRunner runner;
    private final int maxDeliveries;
    private final Duration hold;
    private final BatchSizing sizing;
    private final TesterMetrics metrics;
    private final Clock clock;
    private final Stop stop;

    ProbeHandler(
            ProbeReader reader,
            Outbox outbox,
            ProbeRunner runner,
            TesterConfig config,
            BatchSizing sizing,
            TesterMetrics metrics,
            Clock clock,
            Stop stop) {
        this.reader = reader;
        this.outbox = outbox;
        this.runner = runner;
        this.maxDeliveries = config.deliveries();
        this.hold = config.hold();
        this.sizing = sizing;
        this.metrics = metrics;
        this.clock = clock;
        this.stop = stop;
    }

    /** Works on a delivery to its end. Results may still be on their way. */
    Settlement handle(Delivery delivery) {
        metrics.begun();
        try {
            long start = System.nanoTime();
            Settlement settlement = settlement(delivery);
            if (settlement.end() == End.FINISHED) {
                sizing.finished(Duration.ofNanos(System.nanoTime() - start));
            }
            return settlement;
        } finally {
            metrics.ended();
        }
    }

    private Settlement settlement(Delivery delivery) {
        return switch (readable(delivery)) {
            case ProbeReader.Content.OutOfReach(String reason, Set<String> done) -> {
                LOG.warn("probe goes back, the registry is away reason={}", reason);
                yield new Settlement(delivery, End.PUT_BACK, done, List.of());
            }
            case ProbeReader.Content.Unreadable(String reason) -> deadLetter(delivery, "cannot be read: " + reason);
            case ProbeReader.Content.Probe _
            when delivery.count() >= maxDeliveries ->
                deadLetter(
                        delivery,
                        "delivered " + delivery.count() + " times without a result: the workers that had it died,"
                                + " failed, or took longer than tester.lock");
            case ProbeReader.Content.Probe(ModelFound found, Set<String> done) -> probe(delivery, found, done);
        };
    }

    /** Reads a probe; a registry that is away is waited for as long as a probe may be held. */
    private ProbeReader.Content readable(Delivery delivery) {
        Instant end = clock.instant().plus(hold);
        Backoff looks = new Backoff(FIRST_LOOK, LONGEST_LOOK);
        ProbeReader.Content content = look(delivery);
        while (content instanceof ProbeReader.Content.OutOfReach away
                && !stop.requested()
                && clock.instant().isBefore(end)) {
            LOG.warn("the schema registry is away, probe waits reason={}", away.reason());
            stop.sleep(looks.next());
            content = look(delivery);
        }
        return content;
    }

    /** A probe whose results could not be published is not worth its calls. */
    private ProbeReader.Content look(Delivery delivery) {
        ProbeReader.Content content = reader.read(delivery.record());
        if (content instanceof ProbeReader.Content.Probe probe) {
            try {
                outbox.prepare();
            } catch (RegistryUnavailableException e) {
                return new ProbeReader.Content.OutOfReach(String.valueOf(e.getMessage()), probe.done());
            }
        }
        return content;
    }

    private Settlement deadLetter(Delivery delivery, String reason) {
        LOG.warn(
                "dead letter partition={} offset={} reason={}",
                delivery.record().partition(),
                delivery.record().offset(),
                reason);
        outbox.deadLetter(delivery, reason);
        return Settlement.of(delivery, End.DEAD_LETTER);
    }

    private Settlement probe(Delivery delivery, ModelFound found, Set<String> done) {
        List<Future<RecordMetadata>> published = new ArrayList<>();
        ProbeEnd end;
        try {
            end = runner.run(found, done, report -> {
                TestResult result = report.result();
                metrics.result(result);
                published.add(outbox.publish(result));
            });
        } catch (InterruptException e) {
            LOG.debug("probe interrupted probeId={}", found.probeId(), e);
            end = new ProbeEnd.Interrupted(done);
        } catch (RuntimeException e) {
            LOG.error("probe failed probeId={} model={}", found.probeId(), found.model(), e);
            return Settlement.of(delivery, End.FAILED);
        }
        return switch (end) {
            case ProbeEnd.Finished _ -> new Settlement(delivery, End.FINISHED, Set.of(), published);
            case ProbeEnd.PutBack back -> new Settlement(delivery, End.PUT_BACK, back.done(), published);
            case ProbeEnd.Interrupted stopped -> new Settlement(delivery, End.INTERRUPTED, stopped.done(), published);
        };
    }
}
