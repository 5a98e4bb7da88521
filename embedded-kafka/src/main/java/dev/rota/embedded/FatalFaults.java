package dev.rota.embedded;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import kafka.server.FaultHandlerFactory;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What to do when Kafka finds that it cannot go on. While it starts, the fault is kept and becomes the start's error.
 * Once it runs, the process ends as it does for any broker: a broker that lost its log must not answer on.
 */
final class FatalFaults implements FaultHandlerFactory {

    private static final Logger LOG = LoggerFactory.getLogger(FatalFaults.class);

    private final AtomicReference<@Nullable Throwable> first = new AtomicReference<>();
    private volatile boolean running;

    @Override
    public FaultHandler build(String name, boolean fatal, Runnable action) {
        return fatal ? (message, cause) -> handle(message, cause, action) : new LoggingFaultHandler(name, action);
    }

    void startDone() {
        running = true;
    }

    Optional<Throwable> first() {
        return Optional.ofNullable(first.get());
    }

    private RuntimeException handle(String message, @Nullable Throwable cause, Runnable action) {
        RuntimeException fault = new EmbeddedKafkaException(message);
        if (cause != null) {
            fault.initCause(cause);
        }
        first.compareAndSet(null, cause == null ? fault : cause);
        action.run();
        if (running) {
            LOG.error("embedded Kafka cannot go on, the process ends reason={}", message, cause);
            Exit.halt(1, message);
        }
        return fault;
    }
}
