package dev.rota.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.embedded.EmbeddedKafka;
import dev.rota.embedded.EmbeddedKafkaConfig;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.client.rest.RestService;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is ours beyond the contract: what lasts, and what is told when something is wrong. */
@Timeout(120)
class SchemaRegistryIT {

    private static final String STRING = "\"string\"";
    private static EmbeddedKafka kafka;

    @BeforeAll
    static void start(@TempDir Path directory) {
        kafka = new EmbeddedKafka(new EmbeddedKafkaConfig(directory, EmbeddedKafkaConfig.ANY_PORT));
        kafka.start();
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void aRestartKeepsSchemasIdsAndLevels(TestInfo test) throws Exception {
        int id;
        try (SchemaRegistry first = started(test)) {
            RestService client = new RestService(first.url());
            id = client.registerSchema(STRING, "kept");
            client.registerSchema("\"long\"", "deleted");
            client.deleteSubject(Map.of(), "deleted");
            client.updateCompatibility("FULL", "kept");
        }
        try (SchemaRegistry second = started(test)) {
            RestService client = new RestService(second.url());
            assertThat(client.getAllSubjects()).containsExactly("kept");
            assertThat(client.getLatestVersion("kept").getId()).isEqualTo(id);
            assertThat(client.getConfig("kept").getCompatibilityLevel()).isEqualTo("FULL");
            assertThat(client.registerSchema("\"int\"", "new")).isGreaterThan(id + 1);
        }
    }

    @Test
    void aRegistryThatNeverStoppedIsReplacedByOneThatKnowsAll(TestInfo test) throws Exception {
        try (SchemaRegistry killed = started(test)) {
            int id = new RestService(killed.url()).registerSchema(STRING, "s");
            try (SchemaRegistry next = started(test)) {
                assertThat(new RestService(next.url()).getLatestVersion("s").getId())
                        .isEqualTo(id);
            }
        }
    }

    @Test
    void whoRegistersFindsItAndNoTwoSchemasShareAnId(TestInfo test) throws Exception {
        try (SchemaRegistry registry = started(test);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> calls = IntStream.range(0, 20)
                    .<Callable<Integer>>mapToObj(i -> () -> registerAndRead(registry.url(), i))
                    .toList();
            List<Integer> ids =
                    threads.invokeAll(calls).stream().map(Future::resultNow).toList();
            assertThat(ids).doesNotHaveDuplicates().hasSize(20);
        }
    }

    private static int registerAndRead(String url, int number) throws Exception {
        RestService client = new RestService(url);
        String schema = "{\"type\":\"fixed\",\"name\":\"F%d\",\"size\":1}".formatted(number);
        int id = client.registerSchema(schema, "s" + number);
        assertThat(client.getLatestVersion("s" + number).getId()).isEqualTo(id);
        return id;
    }

    @Test
    void aRecordThatIsNoneOfTheRegistrysIsSkipped(TestInfo test) throws Exception {
        try (SchemaRegistry first = started(test)) {
            new RestService(first.url()).registerSchema(STRING, "s");
        }
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic(test), "not json", "x")).get(60, TimeUnit.SECONDS);
        }
        try (SchemaRegistry second = started(test)) {
            assertThat(new RestService(second.url()).getAllSubjects()).containsExactly("s");
        }
    }

    @Test
    void aTakenPortIsNamed(TestInfo test) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                SchemaRegistry registry = new SchemaRegistry(config(test, taken.getLocalPort()))) {
            assertThatThrownBy(registry::start)
                    .isInstanceOf(SchemaRegistryException.class)
                    .hasMessageContainingAll("127.0.0.1:" + taken.getLocalPort(), "choose another");
        }
    }

    @Test
    void aTopicThatWouldForgetSchemasIsRefused(TestInfo test) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            NewTopic topic = new NewTopic(topic(test), 1, (short) 1).configs(Map.of("cleanup.policy", "delete"));
            admin.createTopics(List.of(topic)).all().get(60, TimeUnit.SECONDS);
        }
        try (SchemaRegistry registry = new SchemaRegistry(config(test, 0))) {
            assertThatThrownBy(registry::start)
                    .isInstanceOf(SchemaRegistryException.class)
                    .hasMessageContainingAll(topic(test), "cleanup.policy=delete", "compact");
        }
    }

    @Test
    void aKafkaThatIsNotThereIsNamed(TestInfo test) {
        SchemaRegistryConfig nowhere = new SchemaRegistryConfig(
                "127.0.0.1:1",
                SchemaRegistryConfig.LOOPBACK,
                0,
                CompatibilityLevel.BACKWARD_TRANSITIVE,
                topic(test),
                Map.of(),
                Duration.ofSeconds(2));
        try (SchemaRegistry registry = new SchemaRegistry(nowhere)) {
            assertThatThrownBy(registry::start)
                    .isInstanceOf(SchemaRegistryException.class)
                    .hasMessageContainingAll("127.0.0.1:1", "check that Kafka runs");
        }
    }

    private static SchemaRegistry started(TestInfo test) {
        SchemaRegistry registry = new SchemaRegistry(config(test, SchemaRegistryConfig.ANY_PORT));
        registry.start();
        return registry;
    }

    private static SchemaRegistryConfig config(TestInfo test, int port) {
        return new SchemaRegistryConfig(
                kafka.bootstrapServers(),
                SchemaRegistryConfig.LOOPBACK,
                port,
                CompatibilityLevel.BACKWARD_TRANSITIVE,
                topic(test),
                Map.of(),
                SchemaRegistryConfig.DEFAULT_TIMEOUT);
    }

    /** Each test has a registry's topic of its own. */
    private static String topic(TestInfo test) {
        return "_schemas-" + test.getTestMethod().orElseThrow().getName();
    }
}
