package dev.rota.registry;

import dev.rota.registry.http.RegistryServer;
import dev.rota.registry.log.SchemaLog;
import dev.rota.registry.subject.Registrar;
import dev.rota.registry.subject.Subjects;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registry. Run one for a topic: two would give the same id to different schemas. Thread-safe; a closed one cannot
 * be started again.
 */
public final class SchemaRegistry implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaRegistry.class);

    private final SchemaRegistryConfig config;
    private final SchemaLog log;
    private final RegistryServer server;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private @Nullable String url;
    private boolean closed;

    public SchemaRegistry(SchemaRegistryConfig config) {
        this.config = config;
        Subjects subjects = new Subjects(config.defaultCompatibility());
        this.log = new SchemaLog(config, subjects::apply);
        this.server = new RegistryServer(config, new Registrar(subjects, log));
    }

    /**
     * Reads the schemas and listens.
     *
     * @throws SchemaRegistryException if the port is taken, or Kafka or its topic cannot be used
     */
    public synchronized void start() {
        if (closed || url != null) {
            throw new IllegalStateException("a schema registry can be started once; make a new one");
        }
        try {
            opened.push(log);
            log.start();
            opened.push(server);
            url = (config.access().keyStore().isPresent() ? "https://" : "http://") + config.host() + ":"
                    + server.start();
        } catch (RuntimeException failure) {
            close(failure);
            throw failure;
        }
        LOG.info("schema registry ready url={} topic={} kafka={}", url, config.topic(), config.bootstrapServers());
    }

    /**
     * What clients connect to, as {@code http://host:port}, or with {@code https}.
     *
     * @throws IllegalStateException if the registry does not run
     */
    public synchronized String url() {
        if (url == null || closed) {
            throw new IllegalStateException("the schema registry does not run: call start() first");
        }
        return url;
    }

    /** Whether schemas can be registered; reading works regardless. */
    public boolean healthy() {
        return log.healthy();
    }

    @Override
    public synchronized void close() {
        RuntimeException failure = new IllegalStateException("the schema registry did not stop cleanly");
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
