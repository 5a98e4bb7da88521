package dev.rota.embedded;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A persistent Kafka broker in this process, on loopback.
 *
 * <p>Meant to be the only one of its JVM: Kafka's metrics registry is the JVM's, so a second broker works but shares
 * its metric names. As any Kafka broker does, it halts the JVM with status 1 when its data directory fails under it:
 * going on would mean answering without storing. Nothing of what was acknowledged before is lost by that.
 *
 * <p>Thread-safe. A closed instance cannot be started again: make a new one on the same directory.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);

    private final EmbeddedKafkaConfig config;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private @Nullable String bootstrapServers;
    private boolean closed;

    public EmbeddedKafka(EmbeddedKafkaConfig config) {
        this.config = config;
    }

    /**
     * Starts the broker and returns once clients can use it.
     *
     * @throws EmbeddedKafkaException if the port is taken, or the directory cannot be used
     */
    public synchronized void start() {
        if (closed || bootstrapServers != null) {
            throw new IllegalStateException("embedded Kafka can be started once; make a new one");
        }
        long begin = System.nanoTime();
        try {
            bootstrapServers = open();
        } catch (RuntimeException failure) {
            close(failure);
            throw failure;
        }
        LOG.info(
                "embedded Kafka ready bootstrap={} dataDirectory={} ms={}",
                bootstrapServers,
                config.dataDirectory(),
                (System.nanoTime() - begin) / 1_000_000);
    }

    private String open() {
        DirectoryLock lock = DirectoryLock.take(config.dataDirectory());
        opened.push(lock);
        BrokerDirectory directory = new BrokerDirectory(config.dataDirectory());
        directory.check();
        LoopbackSockets sockets = LoopbackSockets.bind(config.port(), directory.rememberedPort());
        opened.push(sockets);
        boolean crashed = directory.crashed();
        directory.format(config.security().map(BrokerSecurity::users).orElse(List.of()));
        CombinedServer server = new CombinedServer(
                new BrokerSettings(config, directory.kafkaDirectory(), sockets),
                sockets,
                crashed,
                config.startTimeout());
        opened.push(server);
        server.start();
        directory.remember(sockets.brokerPort());
        return LoopbackSockets.HOST + ":" + sockets.brokerPort();
    }

    /**
     * What clients connect to, as {@code host:port}.
     *
     * @throws IllegalStateException if the broker does not run
     */
    public synchronized String bootstrapServers() {
        if (bootstrapServers == null || closed) {
            throw new IllegalStateException("embedded Kafka does not run: call start() first");
        }
        return bootstrapServers;
    }

    /** Stops the broker; its data stays. Does nothing if it does not run. */
    @Override
    public synchronized void close() {
        RuntimeException failure = new IllegalStateException("embedded Kafka did not stop cleanly");
        close(failure);
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }

    private void close(RuntimeException failure) {
        closed = true;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception suppressed) {
                failure.addSuppressed(suppressed);
            }
        }
    }
}
