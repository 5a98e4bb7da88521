package dev.rota.discovery;

import dev.rota.discovery.kafka.Publisher;
import dev.rota.discovery.kafka.TopicReader;
import dev.rota.discovery.state.CatalogueState;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.probe.ModelFound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One term of leadership: begun with everything published read back, ended by losing the lead, by a failure, or by
 * closing.
 *
 * <pre>
 *   reader ──> states <── sweeps, one thread a catalogue ──> publisher
 *                 ^────── planning, one thread a catalogue ─────^
 * </pre>
 */
final class Term implements AutoCloseable {
    private static final Duration PLAN_EVERY = Duration.ofSeconds(1);

    private final List<CatalogueWork> works;
    private final TopicReader reader;
    private final Publisher publisher;
    private final WantedWatch wanted;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Set<String> swept = ConcurrentHashMap.newKeySet();

    /** Takes charge of closing reader and publisher. */
    Term(List<CatalogueWork> works, TopicReader reader, Publisher publisher, WantedWatch wanted) {
        this.works = works;
        this.reader = reader;
        this.publisher = publisher;
        this.wanted = wanted;
    }

    /** Follows the topics, sweeps each catalogue at its period and plans, until {@link #end}. */
    void startWorking() {
        startFollowing();
        for (CatalogueWork work : works) {
            start("discovery-sweep-" + work.catalogue(), () -> sweepUntilEnd(work));
        }
    }

    private void startFollowing() {
        start("discovery-reader", () -> {
            while (!over()) {
                reader.follow();
            }
        });
    }

    private void sweepUntilEnd(CatalogueWork work) throws InterruptedException {
        sweep(work);
        start("discovery-plan-" + work.catalogue(), () -> {
            do {
                work.plan();
            } while (!pause(PLAN_EVERY));
        });
        while (!pause(work.nextSweep())) {
            sweep(work);
        }
    }

    private CatalogueReport sweep(CatalogueWork work) {
        CatalogueReport report = work.sweep();
        swept.add(work.catalogue());
        // Before that, an id would pass for unknown only because its catalogue's turn had not come.
        if (swept.size() == works.size()) {
            wanted.look(allModels());
        }
        return report;
    }

    /** Sweeps every catalogue once, then publishes probes of all candidates as fast as the budgets permit. */
    SweepReport sweepOnce() throws InterruptedException {
        startFollowing();
        List<CatalogueReport> reports = new ArrayList<>();
        List<ModelFound> probes = new ArrayList<>();
        List<ModelId> leftOut = new ArrayList<>();
        List<Thread> sweeps = new ArrayList<>();
        for (CatalogueWork work : works) {
            sweeps.add(start("discovery-once-" + work.catalogue(), () -> {
                CatalogueReport report = sweep(work);
                List<ModelFound> published = new ArrayList<>();
                Set<ModelId> done = new HashSet<>();
                probeAll(work, done, published);
                synchronized (reports) {
                    reports.add(report);
                    probes.addAll(published);
                    work.remaining(done).forEach(candidate -> leftOut.add(candidate.model()));
                }
            }));
        }
        for (Thread sweep : sweeps) {
            sweep.join();
        }
        throwFailure();
        reports.sort(Comparator.comparing(CatalogueReport::catalogue));
        return new SweepReport(reports, probes, leftOut);
    }

    private void probeAll(CatalogueWork work, Set<ModelId> done, List<ModelFound> published)
            throws InterruptedException {
        boolean told = false;
        while (true) {
            List<ModelFound> probes = work.planAll(done);
            probes.forEach(probe -> done.add(probe.model()));
            published.addAll(probes);
            int waiting = work.remaining(done).size();
            if (waiting == 0 || !work.budgetLeft()) {
                return;
            }
            if (!told) {
                work.tellWaiting(waiting);
                told = true;
            }
            if (pause(PLAN_EVERY)) {
                return;
            }
        }
    }

    /** Waits for the end. */
    boolean awaitEnd(Duration limit) throws InterruptedException {
        return ended.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    void end() {
        ended.countDown();
    }

    /** Throws what ended the term, if it was a failure. */
    void throwFailure() {
        RuntimeException thrown = failure.get();
        if (thrown != null) {
            throw thrown;
        }
    }

    Collection<ModelFacts> allModels() {
        return works.stream()
                .map(CatalogueWork::state)
                .map(CatalogueState::models)
                .flatMap(List::stream)
                .toList();
    }

    private boolean over() {
        return ended.getCount() == 0;
    }

    private boolean pause(Duration duration) throws InterruptedException {
        return ended.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Thread start(String name, Work work) {
        Thread thread = Thread.ofVirtual().name(name).unstarted(() -> run(work));
        synchronized (threads) {
            threads.add(thread);
        }
        thread.start();
        return thread;
    }

    private void run(Work work) {
        try {
            work.run();
        } catch (InterruptedException _) {
            end();
        } catch (RuntimeException e) {
            if (!over()) {
                failure.compareAndSet(null, e);
            }
            end();
        }
    }

    @Override
    public void close() {
        end();
        List<Thread> started;
        synchronized (threads) {
            started = List.copyOf(threads);
        }
        started.forEach(Thread::interrupt);
        try (publisher;
                reader) {
            for (Thread thread : started) {
                var _ = thread.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }
}
