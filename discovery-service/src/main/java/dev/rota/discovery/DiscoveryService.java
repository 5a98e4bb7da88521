package dev.rota.discovery;

import dev.rota.discovery.kafka.Leadership;
import dev.rota.provider.http.ProviderHttp;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.runtime.lifecycle.Service;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Discovery as a service. Any number of instances may run; one of them leads and does all the work, and another takes
 * over when it is gone. The topics must exist.
 */
public final class DiscoveryService implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(DiscoveryService.class);
    private static final Duration AWAIT = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(3);

    private final Leadership leadership;
    private final DiscoveryMetrics meters;
    private final Terms terms;
    private final Thread thread =
            Thread.ofPlatform().name("discovery").daemon(true).unstarted(this::run);
    private volatile boolean closed;
    private @Nullable ProviderHttp http;

    /**
     * @param secrets where the catalogues' keys are
     * @param clock the wall clock
     */
    public DiscoveryService(
            DiscoveryConfig config,
            KafkaSettings kafka,
            SecretSource secrets,
            DiscoveryListener listener,
            MeterRegistry metrics,
            Clock clock) {
        this.leadership = new Leadership(kafka);
        this.meters = new DiscoveryMetrics(metrics, names(config));
        this.terms = new Terms(config, kafka, secrets, listener, meters, clock);
    }

    /** Starts to stand for leadership, and to work whenever it leads. */
    @Override
    public void start() {
        http = ProviderHttp.start();
        leadership.start();
        thread.start();
    }

    /**
     * Instead of {@link #start}: waits until this instance leads, sweeps every catalogue once, publishes a probe of
     * every candidate that today's budget pays for, as fast as it permits, and reports. Catalogues that fail are in the
     * report.
     *
     * @param patience how long to wait for another instance to give up the lead
     * @throws IllegalStateException if another instance kept it
     */
    public SweepReport sweepOnce(Duration patience) throws InterruptedException {
        http = ProviderHttp.start();
        leadership.start();
        if (!leadership.awaitLeading(patience)) {
            throw new IllegalStateException("another discovery instance leads the group " + Leadership.GROUP
                    + "; stop it, or look at what it publishes");
        }
        try (Term term = terms.begin(http)) {
            return term.sweepOnce();
        }
    }

    private static List<String> names(DiscoveryConfig config) {
        return config.catalogues().stream().map(CatalogueConfig::name).toList();
    }

    private void run() {
        String told = "";
        while (!closed) {
            try {
                if (leadership.awaitLeading(AWAIT)) {
                    lead();
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                told = tell(e, told);
                pauseAfterFailure();
            }
        }
    }

    /** What goes on failing in the same way is told once. */
    private static String tell(RuntimeException failure, String before) {
        String reason = String.valueOf(failure.getMessage());
        if (!reason.equals(before)) {
            LOG.warn("discovery failed, trying again every {} s reason={}", AFTER_FAILURE.toSeconds(), reason);
        }
        LOG.debug("discovery failed", failure);
        return reason;
    }

    private void lead() throws InterruptedException {
        try (Term term = terms.begin(http())) {
            term.startWorking();
            while (!closed && leadership.leading() && !term.awaitEnd(AWAIT)) {
                // Still leading, still well.
            }
            term.throwFailure();
        }
    }

    private void pauseAfterFailure() {
        try {
            var _ = leadership.awaitLost(AFTER_FAILURE);
        } catch (InterruptedException _) {
            closed = true;
        }
    }

    private ProviderHttp http() {
        if (http == null) {
            throw new IllegalStateException("discovery was not started");
        }
        return http;
    }

    @Override
    public void close() {
        closed = true;
        leadership.close();
        thread.interrupt();
        try {
            if (thread.isAlive()) {
                var _ = thread.join(Duration.ofSeconds(15));
            }
            meters.close();
            if (http != null) {
                http.close();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
