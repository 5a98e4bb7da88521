package dev.rota.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.rota.embedded.EmbeddedKafka;
import dev.rota.embedded.EmbeddedKafkaConfig;
import dev.rota.launcher.Shell;
import dev.rota.schema.topic.Topic;
import dev.rota.schema.topic.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a service tells, in its output and at its health endpoint, of a cluster that is not as it should be. */
@Timeout(180)
class ServiceHealthIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern PORT = Pattern.compile("health and metrics on port ([0-9]+)");

    @TempDir
    Path directory;

    @Test
    void aKafkaThatDoesNotAnswerIsToldAndEndsTheService() throws Exception {
        Path config = Files.writeString(directory.resolve("rota.yaml"), """
                kafka: {bootstrap.servers: "127.0.0.1:9", default.api.timeout.ms: 8000, request.timeout.ms: 4000}
                """);
        try (Shell.Running ranking = new Shell(directory.resolve("running"))
                .start("ranking", "--config", config.toString(), "--monitor-port", "0")) {
            await().atMost(LIMIT).until(() -> ranking.err().contains("health and metrics"));
            HttpResponse<String> ready = ready(ranking);
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("not ready: Kafka at 127.0.0.1:9 has not answered yet");

            assertThat(ranking.thread().join(LIMIT)).isTrue();
            assertThat(ranking.err().lines().filter(line -> line.startsWith("rota: Kafka does not answer")))
                    .hasSize(1);
            assertThat(ranking.err()).doesNotContain("\tat ");
        }
    }

    @Test
    void topicsThatDifferAndClocksThatDoAreToldWhileTheServiceWorks() throws Exception {
        try (EmbeddedKafka kafka =
                new EmbeddedKafka(new EmbeddedKafkaConfig(directory, EmbeddedKafkaConfig.ANY_PORT))) {
            kafka.start();
            makeOddTopicWithARecordOfTheFuture(kafka.bootstrapServers());
            try (Shell.Running discovery = discovery(new Shell(directory.resolve("running")), kafka)) {
                await().atMost(LIMIT).until(() -> discovery.err().contains("ready; Ctrl-C stops it"));

                HttpResponse<String> ready = ready(discovery);

                assertThat(ready.statusCode()).isEqualTo(200);
                assertThat(ready.body())
                        .contains("warning: topic rota.models has 2 partitions where Rota would make 4")
                        .containsPattern("warning: topic rota.models has a record of .*, 3[56][0-9]{2} s later than");
                assertThat(discovery.err()).contains("set both machines' clocks (NTP)");
            }
        }
    }

    @Test
    void aClockThatIsBehindThoseOfSeveralServicesIsTakenForTheWrongOne() throws Exception {
        try (EmbeddedKafka kafka =
                new EmbeddedKafka(new EmbeddedKafkaConfig(directory, EmbeddedKafkaConfig.ANY_PORT))) {
            kafka.start();
            Shell shell = new Shell(directory.resolve("running")).clockOff(Duration.ofMinutes(-20));
            try (Shell.Running discovery = discovery(shell, kafka)) {
                await().atMost(LIMIT).until(() -> discovery.err().contains("ready; Ctrl-C stops it"));
                assertThat(ready(discovery).body()).doesNotContain("clock");

                for (Topic<?> topic : List.of(Topics.STANDINGS, Topics.TEST_RESULTS)) {
                    send(kafka.bootstrapServers(), topic.name(), Instant.now());
                }

                String told = "so have rota.test-results, so it is probably this machine's clock that is behind";
                await().atMost(LIMIT).until(() -> discovery.err().contains(told));
                assertThat(ready(discovery).body())
                        .containsPattern("warning: topic rota.standings has a record of .*, 1[12][0-9]{2} s later")
                        .contains(told);
            }
        }
    }

    @Test
    void aClockThatIsAheadMakesNoRecordLookWrong() throws Exception {
        try (EmbeddedKafka kafka =
                new EmbeddedKafka(new EmbeddedKafkaConfig(directory, EmbeddedKafkaConfig.ANY_PORT))) {
            kafka.start();
            makeOddTopicWithARecordOfTheFuture(kafka.bootstrapServers());
            Shell shell = new Shell(directory.resolve("running")).clockOff(Duration.ofHours(2));
            try (Shell.Running discovery = discovery(shell, kafka)) {
                await().atMost(LIMIT).until(() -> discovery.err().contains("ready; Ctrl-C stops it"));
                assertThat(ready(discovery).body()).contains("warning: topic").doesNotContain("clock");
            }
        }
    }

    @Test
    void moreReplicasThanBrokersIsOneLineThatEndsTheService() throws Exception {
        EmbeddedKafkaConfig config = new EmbeddedKafkaConfig(directory, EmbeddedKafkaConfig.ANY_PORT)
                .with(Map.of("default.replication.factor", "3"));
        try (EmbeddedKafka kafka = new EmbeddedKafka(config)) {
            kafka.start();
            Shell.Ran ran = new Shell(directory.resolve("running")).run("ranking", "--kafka", kafka.bootstrapServers());
            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.err().lines().filter(line -> line.startsWith("rota: ")))
                    .filteredOn(line -> line.contains("cannot be made"))
                    .singleElement()
                    .asString()
                    .containsPattern("rota: topic rota\\.[a-z-]+ cannot be made: .*replication factor of 3 .* 1 broker")
                    .endsWith("start more brokers, or lower default.replication.factor on them");
            assertThat(ran.err()).doesNotContain("\tat ");
        }
    }

    @Test
    void whatGoesAwayLaterIsToldOnceAndWhenItIsBack() throws Exception {
        Path data = directory.resolve("kafka");
        try (SchemaRegistryStub registry = new SchemaRegistryStub()) {
            EmbeddedKafka kafka = new EmbeddedKafka(new EmbeddedKafkaConfig(data, EmbeddedKafkaConfig.ANY_PORT));
            kafka.start();
            String address = kafka.bootstrapServers();
            int port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
            try (Shell.Running discovery = new Shell(directory.resolve("running"))
                    .start(
                            "discovery",
                            "--kafka",
                            kafka.bootstrapServers(),
                            "--registry",
                            registry.url(),
                            "--catalogue",
                            "mine=http://127.0.0.1:9/v1",
                            "--monitor-port",
                            "0")) {
                await().atMost(LIMIT).until(() -> discovery.err().contains("ready; Ctrl-C stops it"));
                assertThat(ready(discovery).body()).doesNotContain("registry");

                registry.answer(401);
                String refused = "refuses these credentials (status 401); check schema.registry.basic.auth.user.info";
                await().atMost(LIMIT).until(() -> ready(discovery).body().contains(refused));
                registry.answer(200);
                await().atMost(LIMIT).until(() -> discovery.err().contains("answers now"));

                kafka.close();
                await().atMost(LIMIT).until(() -> ready(discovery).statusCode() == 503);
                assertThat(ready(discovery).body()).contains("Kafka at 127.0.0.1:" + port + " does not answer");
                kafka = new EmbeddedKafka(new EmbeddedKafkaConfig(data, port));
                kafka.start();
                await().atMost(LIMIT).until(() -> ready(discovery).statusCode() == 200);
                for (String line : List.of(refused, "does not answer; trying again", "answers again")) {
                    assertThat(discovery.err().lines().filter(each -> each.contains(line)))
                            .hasSize(1);
                }
            } finally {
                kafka.close();
            }
        }
    }

    /** Answers every request with one status, and an empty list. */
    private static final class SchemaRegistryStub implements AutoCloseable {
        private final HttpServer server;
        private volatile int status = 200;

        SchemaRegistryStub() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
            server.createContext("/", exchange -> {
                byte[] body = (status == 200 ? "[]" : "{\"error_code\":" + status + ",\"message\":\"no\"}")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        void answer(int with) {
            status = with;
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private static Shell.Running discovery(Shell shell, EmbeddedKafka kafka) {
        return shell.start(
                "discovery",
                "--kafka",
                kafka.bootstrapServers(),
                "--registry",
                "http://127.0.0.1:9",
                "--catalogue",
                "mine=http://127.0.0.1:9/v1",
                "--monitor-port",
                "0");
    }

    private static void send(String bootstrap, String topic, Instant at) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, at.toEpochMilli(), "a/b", "not read here"))
                    .get();
        }
    }

    private static void makeOddTopicWithARecordOfTheFuture(String bootstrap) throws Exception {
        String models = Topics.MODELS.name();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(models, 2, (short) 1).configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
            send(bootstrap, models, Instant.now().plus(Duration.ofHours(1)));
        }
    }

    private static HttpResponse<String> ready(Shell.Running service) throws IOException, InterruptedException {
        Matcher port = PORT.matcher(service.err());
        assertThat(port.find()).as(service.err()).isTrue();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.group(1) + "/readyz"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
