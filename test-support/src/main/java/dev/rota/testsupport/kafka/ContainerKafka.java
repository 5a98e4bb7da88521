package dev.rota.testsupport.kafka;

import java.util.HashMap;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** Kafka as its makers ship it, and a registry that others run in production. */
final class ContainerKafka implements KafkaBackend {

    static final String KAFKA_IMAGE = "apache/kafka:4.3.1";
    static final String REGISTRY_IMAGE = "apicurio/apicurio-registry:3.3.3";
    private static final int REGISTRY_PORT = 8080;

    private final KafkaContainer kafka = new KafkaContainer(DockerImageName.parse(KAFKA_IMAGE)).withEnv(settings());

    // The container is closed in close(), as everything else here is.
    private final GenericContainer<?> registry = new GenericContainer<>(DockerImageName.parse(REGISTRY_IMAGE))
            .withExposedPorts(REGISTRY_PORT)
            .waitingFor(Wait.forHttp("/apis/ccompat/v7/subjects"));

    static ContainerKafka start() {
        ContainerKafka started = new ContainerKafka();
        try {
            started.kafka.start();
            started.registry.start();
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
        return started;
    }

    /** One broker for tests: nothing to replicate to, and groups that notice a dead member within seconds. */
    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        settings.put("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1");
        settings.put("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1");
        settings.put("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_NUM_PARTITIONS", "1");
        settings.put("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "1");
        settings.put("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "1");
        settings.put("KAFKA_TRANSACTION_ABORT_TIMED_OUT_TRANSACTION_CLEANUP_INTERVAL_MS", "1000");
        settings.put("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        settings.put("KAFKA_GROUP_SHARE_MAX_RECORD_LOCK_DURATION_MS", "3600000");
        settings.put("KAFKA_GROUP_SHARE_MIN_HEARTBEAT_INTERVAL_MS", "500");
        settings.put("KAFKA_GROUP_SHARE_HEARTBEAT_INTERVAL_MS", "500");
        settings.put("KAFKA_GROUP_SHARE_MIN_SESSION_TIMEOUT_MS", "5000");
        settings.put("KAFKA_GROUP_SHARE_SESSION_TIMEOUT_MS", "10000");
        return settings;
    }

    @Override
    public String description() {
        return "%s in a container at %s, %s at %s"
                .formatted(KAFKA_IMAGE, bootstrapServers(), REGISTRY_IMAGE, registryUrl());
    }

    @Override
    public String bootstrapServers() {
        String address = kafka.getBootstrapServers();
        return address.substring(address.indexOf("//") < 0 ? 0 : address.indexOf("//") + 2);
    }

    @Override
    public String registryUrl() {
        return "http://%s:%d/apis/ccompat/v7".formatted(registry.getHost(), registry.getMappedPort(REGISTRY_PORT));
    }

    @Override
    public void close() {
        registry.stop();
        kafka.stop();
    }
}
