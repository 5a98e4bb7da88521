package dev.rota.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.rota.discovery.catalogue.CatalogueProblem;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.probe.Trigger;
import dev.rota.domain.result.Failure;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.Outcome;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import dev.rota.embedded.EmbeddedKafka;
import dev.rota.embedded.EmbeddedKafkaConfig;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.TopicSetup;
import dev.rota.schema.topic.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad catalogues, a bad clock, a limited account and leaders that come and go, met by the real service on Kafka. */
class HardTimesIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final String GOOD_RECORD = "{\"id\":\"a/one\",\"context_length\":1000,"
            + "\"pricing\":{\"prompt\":\"0.000001\",\"completion\":\"0.000001\"}}";

    @TempDir
    static Path directory;

    private static EmbeddedKafka broker;
    private static KafkaSettings kafka;

    private final String name = "c" + UUID.randomUUID().toString().substring(0, 8);
    private final List<CatalogueReport> reports = new CopyOnWriteArrayList<>();
    private final CountDownLatch done = new CountDownLatch(1);

    /**
     * What a catalogue does, and which field the problem must name.
     *
     * @param handler instead of a good answer
     * @param field of the problem
     */
    private record Misbehaviour(HttpHandler handler, String field) {}

    @BeforeAll
    static void startBroker() {
        broker = new EmbeddedKafka(new EmbeddedKafkaConfig(directory, EmbeddedKafkaConfig.ANY_PORT));
        broker.start();
        kafka = KafkaSettings.of(broker.bootstrapServers(), "mock://hard-times-it");
        try (Admin admin = Admin.create(kafka.clientWith(Map.of()))) {
            new TopicSetup(admin).ensure(Map.of());
        }
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void badCataloguesAreToldByNameAndFieldKeepTheirStateAndDisturbNoOther() {
        Map<String, Misbehaviour> ways = ways();
        Map<String, CatalogueServer> servers = new HashMap<>();
        ways.keySet().forEach(way -> servers.put(name + "-" + way, good()));
        try (CatalogueServer healthy = new CatalogueServer()) {
            healthy.list("a/one");
            List<CatalogueConfig> catalogues = new ArrayList<>(List.of(often(name, healthy)));
            servers.forEach((catalogue, server) -> catalogues.add(often(catalogue, server)));
            try (DiscoveryService service = service(catalogues, new SimpleMeterRegistry(), Clock.systemUTC())) {
                service.start();
                await().atMost(LIMIT).until(() -> facts().size() == servers.size() + 1);
                ways.forEach((way, bad) -> server(servers, way).misbehave(bad.handler()));
                await().atMost(LIMIT)
                        .untilAsserted(() -> ways.forEach((way, bad) -> assertThat(problems(way))
                                .extracting(CatalogueProblem::field)
                                .contains(bad.field())));
                healthy.list("a/one", "a/two");
                await().atMost(LIMIT).until(() -> probes().size() == 2);
            } finally {
                done.countDown();
            }
        } finally {
            servers.values().forEach(CatalogueServer::close);
        }
        assertThat(facts()).hasSize(servers.size() + 2).noneMatch(ModelFacts::retired);
    }

    private Map<String, Misbehaviour> ways() {
        Map<String, Misbehaviour> ways = new LinkedHashMap<>();
        ways.put("hangs", new Misbehaviour(exchange -> awaitDone(), "connection"));
        ways.put(
                "redirects",
                new Misbehaviour(
                        exchange -> {
                            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/v1/models");
                            exchange.sendResponseHeaders(302, -1);
                            exchange.close();
                        },
                        "redirect"));
        ways.put("huge", new Misbehaviour(HardTimesIT::twoHundredMegabytes, "body"));
        ways.put("cut", body("{\"data\":[" + GOOD_RECORD + ",", "body"));
        ways.put("empty", body("{\"data\":[]}", "data"));
        ways.put(
                "typed",
                body("{\"data\":[" + GOOD_RECORD.replace("1000", "\"many\"") + "]}", "data[0].context_length"));
        ways.put(
                "doubled",
                body("{\"data\":[" + GOOD_RECORD + "," + GOOD_RECORD.replace("1000", "2") + "]}", "data[1]"));
        ways.put("control", body("{\"data\":[" + GOOD_RECORD + ",{\"id\":\"a\\u0000b\"}]}", "data[1].id"));
        ways.put(
                "long", body("{\"data\":[" + GOOD_RECORD + ",{\"id\":\"" + "x".repeat(10_000) + "\"}]}", "data[1].id"));
        // Another price each time: one that is repeated is believed.
        AtomicInteger readings = new AtomicInteger();
        ways.put(
                "dear",
                new Misbehaviour(
                        exchange -> {
                            String price = "0.01" + readings.incrementAndGet();
                            send(exchange, "{\"data\":[" + GOOD_RECORD.replace("0.000001", price) + "]}");
                        },
                        "a/one.pricing.prompt"));
        return ways;
    }

    private void awaitDone() throws IOException {
        try {
            done.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void twoHundredMegabytes(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 200_000_000);
        byte[] chunk = " ".repeat(65_536).getBytes(StandardCharsets.UTF_8);
        try (OutputStream body = exchange.getResponseBody()) {
            for (int sent = 0; sent < 200_000_000; sent += chunk.length) {
                body.write(chunk);
            }
        }
    }

    private static Misbehaviour body(String json, String field) {
        return new Misbehaviour(exchange -> send(exchange, json), field);
    }

    private static void send(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private List<CatalogueProblem> problems(String way) {
        return reports.stream()
                .flatMap(report -> report.problems().stream())
                .filter(problem -> problem.catalogue().equals(name + "-" + way))
                .toList();
    }

    private CatalogueServer server(Map<String, CatalogueServer> servers, String way) {
        return Objects.requireNonNull(servers.get(name + "-" + way));
    }

    private static CatalogueServer good() {
        CatalogueServer server = new CatalogueServer();
        server.answer(200, ("{\"data\":[" + GOOD_RECORD + "]}").getBytes(StandardCharsets.UTF_8));
        return server;
    }

    @Test
    void aClockThatJumpsAheadAndBackEndsNoModel() {
        String end = Instant.now().plus(Duration.ofDays(30)).toString();
        AdjustableClock clock = new AdjustableClock();
        try (CatalogueServer server = new CatalogueServer()) {
            server.answer(
                    200,
                    ("{\"data\":[" + GOOD_RECORD.replace("}}", "},\"expiration_date\":\"" + end + "\"}") + "]}")
                            .getBytes(StandardCharsets.UTF_8));
            // The jump falls into the third reading, the way back into the fourth.
            server.onReading(reading -> {
                if (reading == 3) {
                    clock.offset(Duration.ofDays(365));
                } else if (reading == 4) {
                    clock.offset(Duration.ZERO);
                }
            });
            try (DiscoveryService service = service(List.of(often(name, server)), new SimpleMeterRegistry(), clock)) {
                service.start();
                await().atMost(LIMIT).until(() -> server.readings() >= 7);
            }
        }
        assertThat(facts()).hasSize(1).noneMatch(ModelFacts::retired);
        assertThat(reports.stream().flatMap(report -> report.problems().stream()))
                .anySatisfy(problem ->
                        assertThat(problem.toString()).startsWith("catalogue " + name + ": clock: has jumped to "));
    }

    @Test
    void aLimitThatATesterMetLowersTheBudgetAndIsRememberedByTheNextLeader() {
        try (CatalogueServer server = new CatalogueServer()) {
            server.list("a/one");
            SimpleMeterRegistry metrics = new SimpleMeterRegistry();
            try (DiscoveryService service = service(List.of(often(name, server)), metrics, Clock.systemUTC())) {
                service.start();
                await().atMost(LIMIT).until(() -> probes().size() == 1);
                await().atMost(LIMIT).until(() -> budgetLeft(metrics) > 1_000);
                publish(refused("Rate limit exceeded (limit: 10 requests a day)"));
                await().atMost(LIMIT).until(() -> budgetLeft(metrics) <= 5);
            }
            SimpleMeterRegistry next = new SimpleMeterRegistry();
            try (DiscoveryService service = service(List.of(often(name, server)), next, Clock.systemUTC())) {
                service.start();
                await().atMost(LIMIT).until(() -> budgetLeft(next) <= 5);
            }
        }
    }

    /** Not a number until the first plan. */
    private static double budgetLeft(MeterRegistry metrics) {
        Gauge gauge = metrics.find("rota.discovery.budget.left").gauge();
        return gauge == null ? Double.NaN : gauge.value();
    }

    @Test
    void howeverLeadersComeAndGoEachAppearanceIsPublishedOnce() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        TreeSet<String> ids = new TreeSet<>(List.of("a/m0", "a/m1", "a/m2", "a/m3", "a/m4"));
        List<DiscoveryService> services = new ArrayList<>();
        try (CatalogueServer server = new CatalogueServer()) {
            server.list(ids.toArray(String[]::new));
            for (int i = 0; i < 3; i++) {
                services.add(started(server));
            }
            for (int step = 0; step < 5; step++) {
                ids.add("a/new" + step);
                server.list(ids.toArray(String[]::new));
                if (random.nextBoolean()) {
                    services.add(started(server));
                }
                services.remove(random.nextInt(services.size())).close();
                if (services.isEmpty()) {
                    services.add(started(server));
                }
                if (random.nextBoolean()) {
                    await().atMost(LIMIT).until(() -> found().size() == ids.size());
                }
            }
            await().atMost(LIMIT).until(() -> found().size() == ids.size());
        } finally {
            services.forEach(DiscoveryService::close);
        }
        assertThat(facts()).as("seed %d", seed).hasSize(ids.size()).noneMatch(ModelFacts::retired);
        assertThat(found()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(probes().stream().map(ModelFound::probeId))
                .as("seed %d", seed)
                .doesNotHaveDuplicates();
    }

    private DiscoveryService started(CatalogueServer server) {
        DiscoveryService service = service(List.of(often(name, server)), new SimpleMeterRegistry(), Clock.systemUTC());
        service.start();
        return service;
    }

    /** The models for which a probe of their appearance is published, each as often as it is. */
    private List<String> found() {
        return probes().stream()
                .filter(probe -> probe.trigger() == Trigger.NEW)
                .map(probe -> probe.model().providerId())
                .toList();
    }

    private DiscoveryService service(List<CatalogueConfig> catalogues, MeterRegistry metrics, Clock clock) {
        DiscoveryConfig defaults = DiscoveryConfig.of(catalogues);
        DiscoveryConfig config = new DiscoveryConfig(
                catalogues,
                List.of(),
                defaults.suite(),
                defaults.probeEvery(),
                1_000_000,
                Duration.ofSeconds(5),
                List.of());
        DiscoveryListener listener = new DiscoveryListener() {
            @Override
            public void onSweep(CatalogueReport report) {
                reports.add(report);
            }
        };
        return new DiscoveryService(config, kafka, new SecretSource(Map.of()), listener, metrics, clock);
    }

    private static CatalogueConfig often(String catalogue, CatalogueServer server) {
        CatalogueConfig config = CatalogueConfig.at(catalogue, server.url());
        return new CatalogueConfig(
                catalogue,
                config.type(),
                config.url(),
                config.apiKeyVariable(),
                Duration.ofSeconds(1),
                config.filter(),
                config.budget(),
                false,
                0);
    }

    private TestResult refused(String message) {
        Failure failure = new Failure(
                FailureKind.ACCOUNT_DAY_LIMIT, FailureKind.ACCOUNT_DAY_LIMIT.fault(), 429, null, message, 1_000L);
        return new TestResult(
                UUID.randomUUID().toString(),
                null,
                new ModelId(name, "a/one"),
                Source.PROBE,
                "standard",
                "t",
                Instant.now(),
                new Outcome.Failed(failure),
                10,
                null,
                null,
                null);
    }

    private static void publish(TestResult result) {
        try (KafkaProducer<String, TestResult> producer = new KafkaProducer<>(
                kafka.clientWith(Map.of()),
                new StringSerializer(),
                Topics.TEST_RESULTS.valueSerde(kafka.registry()).serializer())) {
            var _ = producer.send(new ProducerRecord<>(
                    Topics.TEST_RESULTS.name(), result.model().toString(), result));
        }
    }

    private List<ModelFound> probes() {
        return Records.probes(kafka).stream()
                .filter(probe -> probe.model().catalogue().equals(name))
                .toList();
    }

    private List<ModelFacts> facts() {
        return Records.facts(kafka).stream()
                .filter(facts -> facts.model().catalogue().startsWith(name))
                .toList();
    }
}
