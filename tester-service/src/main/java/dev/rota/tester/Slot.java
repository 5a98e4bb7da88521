package dev.rota.tester;

import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.result.TestResult;
import dev.rota.schema.serde.RegistryUnavailableException;
import dev.rota.tester.queue.Delivery;
import dev.rota.tester.queue.GroupRoom;
import dev.rota.tester.queue.Outbox;
import dev.rota.tester.queue.ProbeQueue;
import dev.rota.tester.queue.ProbeReader;
import dev.rota.tester.worker.Pauses;
import dev.rota.tester.worker.ProbeEnd;
import dev.rota.tester.worker.ProbeRunner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.GroupMaxSizeReachedException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One place for one probe at a time: takes a delivery, runs the probe, publishes its results, and only then accepts the
 * delivery. Runs on a thread of its own until it is told to stop.
 */
final class Slot implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Slot.class);
    private static final Duration POLL = Duration.ofMillis(500);

    /** A member that the brokers do not let in hears so after its first heartbeats; until then its polls are empty. */
    private static final int POLLS_UNTIL_ADMITTED = 20;

    /** How long to leave the broker alone after an error, and the most where errors go on. */
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);

    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);

    /** The longest between two looks whether the schema registry is back. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);

    private final Supplier<ProbeQueue> queues;
    private final Supplier<ProbeReader> readers;
    private final Outbox outbox;
    private final ProbeRunner runner;
    private final Pauses pauses;
    private final Set<String> catalogues;
    private final int maxDeliveries;
    private final Duration hold;
    private final TesterMetrics metrics;
    private final Clock clock;
    private final Stop stop;
    private final GroupRoom.Place place;
    private final BrokerWatch brokers;
    private final Backoff refusals = new Backoff(FIRST_BACKOFF, LONGEST_BACKOFF);
    private final Backoff putBacks = new Backoff(FIRST_BACKOFF, LONGEST_BACKOFF);

    Slot(
            Supplier<ProbeQueue> queues,
            Supplier<ProbeReader> readers,
            Outbox outbox,
            ProbeRunner runner,
            Pauses pauses,
            TesterConfig config,
            TesterMetrics metrics,
            Clock clock,
            Stop stop,
            GroupRoom.Place place,
            BrokerWatch brokers) {
        this.queues = queues;
        this.readers = readers;
        this.outbox = outbox;
        this.runner = runner;
        this.pauses = pauses;
        this.catalogues = CatalogueNames.of(config);
        this.maxDeliveries = config.deliveries();
        this.hold = config.hold();
        this.metrics = metrics;
        this.clock = clock;
        this.stop = stop;
        this.place = place;
        this.brokers = brokers;
    }

    /** Works until told to stop; after an error of the broker's it joins the group anew. */
    @Override
    public void run() {
        Backoff errors = new Backoff(FIRST_BACKOFF, LONGEST_BACKOFF);
        while (!stop.requested()) {
            brokers.await();
            try (ProbeReader reader = readers.get();
                    ProbeQueue queue = queues.get()) {
                work(queue, reader, errors);
            } catch (InterruptException e) {
                LOG.debug("slot interrupted", e);
            } catch (GroupMaxSizeReachedException e) {
                LOG.debug("no place in the group", e);
                place.refused();
                stop.sleep(refusals.next());
            } catch (RuntimeException e) {
                LOG.warn("slot failed, joins anew error={}", e.toString());
                metrics.probe("failed");
                stop.sleep(errors.next());
            }
        }
    }

    private void work(ProbeQueue queue, ProbeReader reader, Backoff errors) {
        int polls = 0;
        while (!stop.requested() && brokers.there()) {
            // Where no catalogue may be called there is nothing to take; no lock is held meanwhile.
            Duration wait = pauses.waitForAny(catalogues, clock.instant());
            if (!wait.isZero()) {
                stop.sleep(wait);
                continue;
            }
            Delivery delivery = queue.poll(POLL);
            if (++polls == POLLS_UNTIL_ADMITTED || delivery != null) {
                place.admitted();
                refusals.reset();
            }
            if (delivery != null) {
                metrics.begun();
                try {
                    metrics.probe(handle(queue, reader, delivery));
                } finally {
                    metrics.ended();
                }
            }
            errors.reset();
        }
    }

    private String handle(ProbeQueue queue, ProbeReader reader, Delivery delivery) {
        return switch (readable(reader, delivery)) {
            case ProbeReader.Content.OutOfReach(String reason, Set<String> done) -> {
                LOG.warn("probe goes back, the registry is away reason={}", reason);
                queue.putBack(delivery, done);
                yield "put_back";
            }
            case ProbeReader.Content.Unreadable(String reason) ->
                deadLetter(queue, delivery, "cannot be read: " + reason);
            case ProbeReader.Content.Probe _
            when delivery.count() >= maxDeliveries ->
                deadLetter(
                        queue,
                        delivery,
                        "delivered " + delivery.count() + " times without a result: the workers that had it died,"
                                + " failed, or took longer than tester.lock");
            case ProbeReader.Content.Probe(ModelFound found, Set<String> done) -> probe(queue, delivery, found, done);
        };
    }

    /** Reads a probe; a registry that is away is waited for as long as a probe may be held. */
    private ProbeReader.Content readable(ProbeReader reader, Delivery delivery) {
        Instant end = clock.instant().plus(hold);
        Backoff looks = new Backoff(FIRST_BACKOFF, LONGEST_LOOK);
        ProbeReader.Content content = look(reader, delivery);
        while (content instanceof ProbeReader.Content.OutOfReach away
                && !stop.requested()
                && clock.instant().isBefore(end)) {
            LOG.warn("the schema registry is away, probe waits reason={}", away.reason());
            stop.sleep(looks.next());
            content = look(reader, delivery);
        }
        return content;
    }

    /** A probe whose results could not be published is not worth its calls. */
    private ProbeReader.Content look(ProbeReader reader, Delivery delivery) {
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

    private String deadLetter(ProbeQueue queue, Delivery delivery, String reason) {
        LOG.warn(
                "dead letter partition={} offset={} reason={}",
                delivery.record().partition(),
                delivery.record().offset(),
                reason);
        outbox.deadLetter(delivery, reason);
        queue.accept(delivery);
        return "dead_letter";
    }

    private String probe(ProbeQueue queue, Delivery delivery, ModelFound found, Set<String> done) {
        List<Future<RecordMetadata>> published = new ArrayList<>();
        ProbeEnd end;
        try {
            end = runner.run(found, done, report -> {
                TestResult result = report.result();
                metrics.result(result);
                published.add(outbox.publish(result));
            });
        } catch (InterruptException e) {
            end = new ProbeEnd.Interrupted(done);
        } catch (RuntimeException e) {
            LOG.error("probe failed probeId={} model={}", found.probeId(), found.model(), e);
            queue.retry(delivery);
            stop.sleep(putBacks.next());
            return "failed";
        }
        // A stop interrupts the probe, not the words that give it back.
        boolean interrupted = Thread.interrupted();
        published.forEach(Outbox::await);
        String word = settle(queue, delivery, end);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return word;
    }

    private String settle(ProbeQueue queue, Delivery delivery, ProbeEnd end) {
        return switch (end) {
            case ProbeEnd.Finished _ -> {
                queue.accept(delivery);
                putBacks.reset();
                yield "finished";
            }
            case ProbeEnd.PutBack back -> {
                queue.putBack(delivery, back.done());
                // With other catalogues free this slot takes the next probe, which may be one of the same catalogue:
                // each in a row is put back more slowly, so that they do not go round and round.
                stop.sleep(putBacks.next());
                yield "put_back";
            }
            case ProbeEnd.Interrupted stopped -> {
                queue.putBack(delivery, stopped.done());
                yield "interrupted";
            }
        };
    }
}
