package dev.rota.tester;

import dev.rota.tester.queue.Delivery;
import dev.rota.tester.queue.GroupRoom;
import dev.rota.tester.queue.ProbeQueue;
import dev.rota.tester.worker.Pauses;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.apache.kafka.common.errors.GroupMaxSizeReachedException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One place for one probe at a time: takes a delivery, or several where probes are short, has the probes run one after
 * the other, and accepts a delivery only when its results are published. Runs on a thread of its own until it is told
 * to stop.
 */
final class Slot implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Slot.class);
    private static final Duration POLL = Duration.ofMillis(500);

    /** A member that the brokers do not let in hears so after its first heartbeats; until then its polls are empty. */
    private static final int POLLS_UNTIL_ADMITTED = 20;

    /** How long a probe may hold up those that were taken with it, and how long all of them may take. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private static final Duration LONGEST_BATCH = Duration.ofSeconds(5);

    /** How long to leave the broker alone after an error, and the most where errors go on. */
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);

    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);

    private final IntFunction<ProbeQueue> queues;
    private final Team.Member member;
    private final BatchSizing sizing;
    private final Pauses pauses;
    private final Set<String> catalogues;
    private final int maxDeliveries;
    private final TesterMetrics metrics;
    private final Clock clock;
    private final Stop stop;
    private final GroupRoom.Place place;
    private final BrokerWatch brokers;
    private final Backoff refusals = new Backoff(FIRST_BACKOFF, LONGEST_BACKOFF);
    private final Backoff putBacks = new Backoff(FIRST_BACKOFF, LONGEST_BACKOFF);

    /**
     * A slot.
     *
     * @param queues joins the group, to take as many probes at once at most
     * @param member its place among the slots it works with
     */
    Slot(
            IntFunction<ProbeQueue> queues,
            Team.Member member,
            Pauses pauses,
            TesterConfig config,
            TesterMetrics metrics,
            Clock clock,
            Stop stop,
            GroupRoom.Place place,
            BrokerWatch brokers) {
        this.queues = queues;
        this.member = member;
        this.sizing = member.sizing();
        this.pauses = pauses;
        this.catalogues = CatalogueNames.of(config);
        this.maxDeliveries = config.deliveries();
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
            if (member.isSpare()) {
                stop.sleep(POLL);
                continue;
            }
            try {
                join(sizing.size(), errors);
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

    private void join(int size, Backoff errors) {
        ProbeQueue queue = queues.apply(size);
        try {
            work(queue, size, errors);
        } finally {
            // A client that is interrupted does not leave its group but drops out of it, and complains.
            boolean interrupted = Thread.interrupted();
            queue.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Until probes are to be taken in another number, which a member of the group cannot change. */
    private void work(ProbeQueue queue, int size, Backoff errors) {
        int polls = 0;
        while (!stop.requested() && brokers.there() && sizing.size() == size) {
            // Where no catalogue may be called there is nothing to take; no lock is held meanwhile.
            Duration wait = pauses.waitForAny(catalogues, clock.instant());
            if (!wait.isZero()) {
                queue.flush();
                stop.sleep(wait);
                continue;
            }
            List<Delivery> deliveries = queue.poll(POLL);
            if (++polls == POLLS_UNTIL_ADMITTED || !deliveries.isEmpty()) {
                place.admitted();
                refusals.reset();
            }
            if (!deliveries.isEmpty()) {
                take(queue, deliveries);
            }
            errors.reset();
        }
        queue.flush();
    }

    private void take(ProbeQueue queue, List<Delivery> deliveries) {
        Batch batch = Batch.start(deliveries, member.hands(deliveries.size()), stop);
        if (deliveries.size() > 1) {
            metrics.together(deliveries.size());
        }
        boolean suspect = deliveries.size() > 1 && deliveries.stream().anyMatch(this::isSuspect);
        // Also with a single one: what lies in this slot's partitions is left to the team's other members.
        if (!batch.goesOn(suspect ? Duration.ZERO : LONGEST_WAIT, LONGEST_BATCH)) {
            awaitHeldUp(queue, batch);
        } else {
            batch.awaitBegun();
        }
        giveBack(queue, batch);
        if (batch.interrupted()) {
            queue.flush();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitHeldUp(ProbeQueue queue, Batch batch) {
        sizing.heldUp();
        try {
            giveBack(queue, batch);
            queue.flush();
            batch.awaitBegun();
        } finally {
            sizing.freed();
        }
    }

    private void giveBack(ProbeQueue queue, Batch batch) {
        for (Delivery left : batch.withdraw()) {
            if (isSuspect(left)) {
                queue.postpone(left);
            } else {
                queue.putBack(left, Set.of());
            }
        }
        settle(queue, batch.settlements());
    }

    private boolean isSuspect(Delivery delivery) {
        return delivery.isSuspect(maxDeliveries);
    }

    private void settle(ProbeQueue queue, List<Settlement> settlements) {
        for (Settlement settlement : settlements) {
            settlement.tell(queue);
            metrics.probe(settlement.end().label());
        }
        if (settlements.stream().anyMatch(settlement -> settlement.end() == Settlement.End.FINISHED)) {
            putBacks.reset();
        }
        if (settlements.stream().anyMatch(settlement -> settlement.end().wantsRest())) {
            queue.flush();
            // With other catalogues free this slot takes the next probe, which may be one of the same catalogue:
            // each in a row is put back more slowly, so that they do not go round and round.
            stop.sleep(putBacks.next());
        }
    }
}
