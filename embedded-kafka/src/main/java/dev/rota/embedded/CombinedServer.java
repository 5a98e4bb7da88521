package dev.rota.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka's controller and broker in one process. The same parts as Kafka's own {@link KafkaRaftServer}, which is not
 * used because it ends the JVM when a start fails, and opens its sockets itself.
 */
final class CombinedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CombinedServer.class);

    private final FatalFaults faults = new FatalFaults();
    private final ControllerServer controller;
    private final BrokerServer broker;
    private final boolean crashed;
    private final Duration startTimeout;

    /** Does not start anything; {@code crashed} tells whether the last broker on this directory was killed. */
    CombinedServer(BrokerSettings settings, LoopbackSockets sockets, boolean crashed, Duration startTimeout) {
        this.crashed = crashed;
        this.startTimeout = startTimeout;
        KafkaConfig config = KafkaConfig.fromProps(settings.properties(), false);
        var directory = KafkaRaftServer.initializeLogDirs(config, LOG, "");
        var clusterId = directory._1().clusterId().orElseThrow();
        SharedServer shared = new SharedServer(
                config,
                directory._1(),
                Time.SYSTEM,
                Server.initializeMetrics(config, Time.SYSTEM, clusterId),
                CompletableFuture.completedFuture(
                        Map.of(BrokerSettings.NODE_ID, LoopbackSockets.address(sockets.controllerPort()))),
                List.of(),
                faults,
                sockets);
        controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), directory._2());
        broker = new BrokerServer(shared);
    }

    /** Starts the controller, then the broker, which needs it. */
    void start() {
        try {
            controller.startup();
            if (crashed) {
                DeadBroker.signOff(controller.controller(), startTimeout);
            }
            broker.startup();
        } catch (Throwable failure) {
            Throwable cause = faults.first().orElse(failure);
            throw new EmbeddedKafkaException(
                    "Kafka did not start (%s: %s)".formatted(cause.getClass().getSimpleName(), cause.getMessage()),
                    failure);
        }
        faults.startDone();
    }

    /** Stops the broker, then the controller it signs off from. Also ends what a failed start left behind. */
    @Override
    public void close() {
        broker.shutdown();
        controller.shutdown();
        broker.awaitShutdown();
        controller.awaitShutdown();
    }
}
