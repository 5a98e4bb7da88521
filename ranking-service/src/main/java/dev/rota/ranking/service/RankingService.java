package dev.rota.ranking.service;

import dev.rota.ranking.standing.Estimator;
import dev.rota.ranking.topology.RankingMeters;
import dev.rota.ranking.topology.RankingTopology;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.runtime.lifecycle.Service;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
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
 * <p>The first fatal error stops the instance; {@link #await} then throws it.
 */
public final class RankingService implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(RankingService.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final RankingConfig config;
    private final KafkaSettings kafka;
    private final MeterRegistry registry;
    private final RankingMeters meters;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> fatal = new AtomicReference<>();
    private volatile @Nullable KafkaStreams streams;

    public RankingService(RankingConfig config, KafkaSettings kafka, MeterRegistry registry) {
        this.config = config;
        this.kafka = kafka;
        this.registry = registry;
        this.meters = new RankingMeters(registry);
    }

    /** Returns when the instance ranks, which includes having read back its state. */
    @Override
    public synchronized void start() {
        TopicCheck.of(kafka);
        Properties settings = StreamsSettings.of(config, kafka, meters);
        KafkaStreams started = new KafkaStreams(
                new RankingTopology(new RankingTopology.Settings(
                                config.policies(), Estimator.standard(), kafka.registry(), meters))
                        .build(settings),
                settings);
        streams = started;
        started.setUncaughtExceptionHandler(this::failed);
        started.setStateListener(this::changed);
        LagGauge.register(started, registry);
        started.start();
        try {
            awaitReady();
        } catch (RuntimeException e) {
            close();
            throw e;
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
        if (running == null || over.getCount() == 0) {
            return new RankingHealth.Stopped();
        }
        State state = running.state();
        return state == State.RUNNING ? new RankingHealth.Running() : new RankingHealth.Preparing(state.name());
    }

    /** Stops; leaves the group, so that other instances take over at once. */
    @Override
    public void close() {
        KafkaStreams running = streams;
        if (running != null) {
            running.close(CloseOptions.timeout(Duration.ofSeconds(30))
                    .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        }
        over.countDown();
    }

    private StreamThreadExceptionResponse failed(Throwable error) {
        if (fatal.compareAndSet(null, error)) {
            LOG.error("ranking failed", error);
        }
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void changed(State now, State before) {
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
