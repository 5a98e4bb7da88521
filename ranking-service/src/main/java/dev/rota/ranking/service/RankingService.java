package dev.rota.ranking.service;

import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.standing.Estimator;
import dev.rota.ranking.topology.RankingMeters;
import dev.rota.ranking.topology.RankingTopology;
import dev.rota.ranking.topology.Succession;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.runtime.lifecycle.Service;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ranks, from {@link #start} to {@link #close}. The topics must be there. Several instances, in one process or many,
 * share the work; each needs a state directory of its own.
 *
 * <p>When the file of a policy changes, the instance starts anew with it, in a few seconds, on the evidence it has.
 *
 * <p>The first fatal error stops the instance; {@link #await} then throws it.
 */
public final class RankingService implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(RankingService.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration LOOK_AT_POLICIES = Duration.ofSeconds(2);

    private final ScheduledExecutorService policyWatch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("policy-watch").daemon().factory());
    private final Object changing = new Object();
    private RankingConfig config;
    private final KafkaSettings kafka;
    private final MeterRegistry registry;
    private final RankingMeters meters;
    private final Succession succession;
    private final List<String> rotations;
    private final CatchUp catchUp;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> fatal = new AtomicReference<>();
    private volatile @Nullable KafkaStreams streams;
    private volatile boolean renewing;

    public RankingService(RankingConfig config, KafkaSettings kafka, MeterRegistry registry) {
        this.config = config;
        this.kafka = kafka;
        this.registry = registry;
        this.meters = new RankingMeters(registry);
        this.succession = new Succession(config.generation());
        this.rotations = config.policies().stream().map(Policy::name).toList();
        this.catchUp = new CatchUp(config, kafka, succession);
    }

    /** Returns when the instance ranks, which includes having read back its state. */
    @Override
    public synchronized void start() {
        TopicCheck.of(kafka);
        LagGauge.register(() -> streams, registry);
        catchUp.start();
        run();
        try {
            awaitReady();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        if (!config.policyFiles().isEmpty()) {
            PolicyWatch watch = new PolicyWatch(config.policies(), config.policyFiles());
            long millis = LOOK_AT_POLICIES.toMillis();
            var _ = policyWatch.scheduleWithFixedDelay(
                    () -> watch.changed().ifPresent(this::renew), millis, millis, TimeUnit.MILLISECONDS);
        }
    }

    private void run() {
        Properties settings = StreamsSettings.of(config, kafka, meters);
        KafkaStreams started = new KafkaStreams(
                new RankingTopology(new RankingTopology.Settings(
                                config.policies(),
                                Estimator.standard(),
                                kafka.registry(),
                                meters,
                                config.quickCommitInterval(),
                                succession))
                        .build(settings),
                settings);
        streams = started;
        started.setUncaughtExceptionHandler(this::failed);
        started.setStateListener((now, before) -> changed(started, now, before));
        started.start();
    }

    /** Goes on with other policies; evidence is in the changelog, and is read back from there. */
    private void renew(List<Policy> policies) {
        synchronized (changing) {
            KafkaStreams old = streams;
            if (old == null || over.getCount() == 0) {
                return;
            }
            config = config.withPolicies(policies);
            renewing = true;
            streams = null;
            try {
                stop(old);
                run();
            } catch (RuntimeException e) {
                failed(e);
                over.countDown();
            }
            renewing = false;
        }
    }

    /** Blocks until the instance is closed; throws if a fatal error ended it. */
    public void await() {
        uninterruptibly(over, null);
        rethrow();
    }

    public RankingHealth health() {
        Throwable error = fatal.get();
        KafkaStreams running = streams;
        if (error != null) {
            return new RankingHealth.Failed(String.valueOf(error.getMessage()));
        }
        if (renewing && running == null) {
            return new RankingHealth.Preparing("RENEWING_POLICIES");
        }
        if (running == null || over.getCount() == 0) {
            return new RankingHealth.Stopped();
        }
        State state = running.state();
        if (state != State.RUNNING) {
            return new RankingHealth.Preparing(state.name());
        }
        if (succession.over(rotations)) {
            return new RankingHealth.Relieved();
        }
        return succession.waits(rotations)
                ? new RankingHealth.Preparing("working through the history before it takes over")
                : new RankingHealth.Running();
    }

    /** Stops; leaves the group, so that other instances take over at once. */
    @Override
    public void close() {
        catchUp.close();
        policyWatch.shutdown();
        synchronized (changing) {
            KafkaStreams running = streams;
            if (running != null) {
                stop(running);
            }
            over.countDown();
        }
    }

    private static void stop(KafkaStreams running) {
        running.close(CloseOptions.timeout(Duration.ofSeconds(30))
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    }

    private StreamThreadExceptionResponse failed(Throwable error) {
        if (fatal.compareAndSet(null, error)) {
            LOG.error("ranking failed", error);
        }
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    @SuppressWarnings("ReferenceEquality") // one that was replaced has no say
    private void changed(KafkaStreams teller, State now, State before) {
        if (teller != streams) {
            return;
        }
        LOG.info("ranking state={} before={}", now, before);
        if (now == State.RUNNING || now == State.ERROR) {
            ready.countDown();
        }
        if (now == State.ERROR || now == State.NOT_RUNNING) {
            over.countDown();
        }
    }

    private void awaitReady() {
        boolean inTime = uninterruptibly(ready, PATIENCE);
        rethrow();
        if (!inTime) {
            throw new IllegalStateException("ranking did not get ready within " + PATIENCE.toMinutes()
                    + " minutes and is " + health() + "; is Kafka at " + kafka.bootstrapServers() + " in order?");
        }
    }

    private void rethrow() {
        Throwable error = fatal.get();
        if (error != null) {
            throw new IllegalStateException("ranking failed: " + error.getMessage(), error);
        }
    }

    private static boolean uninterruptibly(CountDownLatch latch, @Nullable Duration limit) {
        try {
            if (limit != null) {
                return latch.await(limit.toMillis(), TimeUnit.MILLISECONDS);
            }
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
