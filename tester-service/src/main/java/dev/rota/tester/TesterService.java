package dev.rota.tester;

import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.lifecycle.Service;
import dev.rota.runtime.lifecycle.Services;
import dev.rota.schema.topic.TopicSetup;
import dev.rota.tester.grading.Grading;
import dev.rota.tester.marking.AnswerGrading;
import dev.rota.tester.queue.ClassicQueue;
import dev.rota.tester.queue.GroupLag;
import dev.rota.tester.queue.GroupMembers;
import dev.rota.tester.queue.GroupRoom;
import dev.rota.tester.queue.GroupSetup;
import dev.rota.tester.queue.Outbox;
import dev.rota.tester.queue.ProbeQueue;
import dev.rota.tester.queue.ProbeReader;
import dev.rota.tester.queue.ShareGroupQueue;
import dev.rota.tester.suite.SuiteLibrary;
import dev.rota.tester.suitefile.SuiteFileException;
import dev.rota.tester.suitefile.Suites;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tests models: takes probes, runs them in slots, publishes the results. Any number of services share the work. */
public final class TesterService implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(TesterService.class);
    private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(20);

    private final TesterConfig config;
    private final SuiteLibrary suites;
    private final Grading grading;
    private final TesterMetrics metrics;
    private final Clock clock;
    private final Services running = new Services();
    private final Stop stop = new Stop();
    private final List<Thread> threads = new ArrayList<>();
    private volatile @Nullable GroupRoom room;

    /**
     * Not started yet.
     *
     * @param grading used by all slots at once; stays the caller's to close
     * @param registry where metrics go
     */
    public TesterService(
            TesterConfig config, SuiteLibrary suites, Grading grading, MeterRegistry registry, Clock clock) {
        this.config = config;
        this.suites = suites;
        this.grading = grading;
        this.metrics = new TesterMetrics(registry);
        this.clock = clock;
    }

    /**
     * With the stock suites, those of the configuration, and the standard graders, which it closes with itself.
     *
     * @throws SuiteFileException if a suite of the configuration has errors: all of them, with their lines
     */
    public static TesterService standard(TesterConfig config, MeterRegistry registry, Clock clock)
            throws SuiteFileException {
        SuiteLibrary suites = Suites.with(config.suites());
        AnswerGrading grading = AnswerGrading.standard();
        TesterService service = new TesterService(config, suites, grading, registry, clock);
        service.running.own(grading);
        return service;
    }

    @Override
    public void start() {
        try {
            Admin admin =
                    running.own(Admin.create(config.kafka().clientWith(Map.of("client.id", "rota-tester-admin"))));
            prepare(admin);
            Workshop workshop = running.own(Workshop.open(config, suites, grading, clock));
            Outbox outbox = running.own(Outbox.open(config.kafka()));
            GroupRoom groupRoom = room(admin);
            room = groupRoom;
            BrokerWatch brokers = new BrokerWatch(admin, stop);
            boolean share = config.queue() == QueueKind.SHARE;
            List<String> catalogues =
                    config.catalogues().stream().map(CatalogueConfig::name).toList();
            metrics.bind(config.slots(), catalogues, () -> workshop.pauses().count(clock.instant()));
            for (int first = 1; first <= config.slots(); first += Team.SIZE) {
                int size = Math.min(Team.SIZE, config.slots() - first + 1);
                Team team = team(size, outbox, workshop);
                for (int i = 0; i < size; i++) {
                    int number = first + i;
                    Slot slot = slot(number, outbox, workshop, team.member(i), groupRoom.place(), brokers);
                    launch(Thread.ofPlatform().daemon(), "rota-slot-" + number, slot);
                }
            }
            launch(Thread.ofPlatform().daemon(), "rota-brokers", brokers);
            launch(Thread.ofVirtual(), "rota-lag", new LagWatch(new GroupLag(admin, group(), share), metrics, stop));
            LOG.info("tester ready slots={} queue={} group={}", config.slots(), config.queue(), group());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void prepare(Admin admin) {
        new TopicSetup(admin).ensure(Map.of()).forEach(note -> LOG.warn("{}", note));
        if (config.queue() == QueueKind.SHARE) {
            new GroupSetup(admin)
                    .prepare(group(), config.lock(), config.deliveries())
                    .forEach(note -> LOG.warn("{}", note));
        }
    }

    private Team team(int slots, Outbox outbox, Workshop workshop) {
        BatchSizing sizing = config.queue() == QueueKind.SHARE
                ? BatchSizing.adaptive(slots, () -> ThreadLocalRandom.current().nextLong())
                : BatchSizing.single();
        List<ProbeHandler> handlers = IntStream.range(0, slots)
                .mapToObj(_ -> new ProbeHandler(
                        running.own(new ProbeReader(config.kafka().registry())),
                        outbox,
                        workshop.runner(config.worker(), config.hold()),
                        config,
                        sizing,
                        metrics,
                        clock,
                        stop))
                .toList();
        return new Team(sizing, handlers);
    }

    private Slot slot(
            int number,
            Outbox outbox,
            Workshop workshop,
            Team.Member member,
            GroupRoom.Place place,
            BrokerWatch brokers) {
        return new Slot(
                records -> queue(number, records, outbox),
                member,
                workshop.pauses(),
                config,
                metrics,
                clock,
                stop,
                place,
                brokers);
    }

    private GroupRoom room(Admin admin) {
        boolean share = config.queue() == QueueKind.SHARE;
        String setting = share ? "group.share.max.size" : "group.max.size";
        GroupMembers members = new GroupMembers(admin, group(), setting, share);
        return new GroupRoom(group(), setting, config.slots(), members::read, line -> LOG.warn("{}", line));
    }

    /** What an operator should look at although the service works, a sentence each. */
    public List<String> warnings() {
        GroupRoom started = room;
        return started == null ? List.of() : started.warning().stream().toList();
    }

    private ProbeQueue queue(int number, int records, Outbox outbox) {
        String clientId = config.worker() + "-" + number;
        return switch (config.queue()) {
            case SHARE ->
                ShareGroupQueue.open(
                        config.kafka(), group(), clientId, records, config.lock(), config.deliveries(), outbox);
            case CLASSIC -> ClassicQueue.open(config.kafka(), group(), clientId, config.lock(), outbox);
        };
    }

    /** A group is of one kind for ever, so the kinds have names of their own. */
    private String group() {
        return config.queue() == QueueKind.SHARE ? config.group() : config.group() + "-classic";
    }

    /**
     * Slots have platform threads: a client waiting for its brokers may spin, and would keep probes from their
     * carriers.
     */
    private void launch(Thread.Builder kind, String name, Runnable work) {
        threads.add(kind.name(name).start(work));
    }

    /** Lets probes finish for a while, interrupts those that do not, and gives these back. */
    @Override
    public synchronized void close() {
        stop.request();
        join(config.stopGrace());
        threads.forEach(Thread::interrupt);
        join(AFTER_INTERRUPT);
        threads.clear();
        running.close();
    }

    private void join(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (Thread thread : threads) {
                Duration rest = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
                if (!thread.join(rest)) {
                    return;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
