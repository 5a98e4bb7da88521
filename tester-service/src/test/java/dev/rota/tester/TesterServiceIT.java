package dev.rota.tester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.probe.Trigger;
import dev.rota.domain.result.Failure;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.TestResult;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import dev.rota.simulator.ProviderSimulator;
import dev.rota.simulator.SimulatorConfig;
import dev.rota.simulator.scenario.ScenarioReader;
import dev.rota.tester.grading.Grading;
import dev.rota.tester.queue.GroupMembers;
import dev.rota.testsupport.kafka.TestKafka;
import dev.rota.testsupport.kafka.WithKafka;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guarantees of the tester, with a real broker and the provider simulator. */
@WithKafka
@Timeout(180)
class TesterServiceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static @Nullable Path directory;

    private @Nullable Cluster cluster;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<TesterService> services = new ArrayList<>();
    private String run = "";
    private @Nullable ProviderSimulator simulator;

    @BeforeEach
    void nameTheRun(TestKafka kafka) {
        cluster = new Cluster(kafka);
        run = UUID.randomUUID().toString().substring(0, 8);
    }

    @AfterEach
    void stopAll() {
        services.forEach(TesterService::close);
        stopSimulator();
    }

    private void stopSimulator() {
        if (simulator != null) {
            simulator.close();
        }
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void everyFoundModelIsTestedOnce(QueueKind queue) throws IOException {
        play("timeScale: 100\ndefaults: {successRate: 1}\n");
        try (TesterService first = service(queue, Fakes.GRADING);
                TesterService second = service(queue, Fakes.GRADING)) {
            first.start();
            second.start();
            cluster().publish(probes(30, "two"));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(results()).hasSize(60));
        }
        assertThat(results()).extracting(TestResult::resultId).doesNotHaveDuplicates();
        assertThat(results()).allSatisfy(result -> {
            assertThat(result.succeeded()).isTrue();
            assertThat(result.quality()).isEqualTo(1);
            assertThat(result.firstTokenMs()).isNotNull();
        });
        assertThat(registry.get("rota.tester.probes")
                        .tag("end", "finished")
                        .counter()
                        .count())
                .isGreaterThanOrEqualTo(30);
    }

    /** Enough of them that slots take many at once; the models that then hang hold up none of the others. */
    @Test
    void shortProbesAreTakenTogetherAndASlowOneHoldsUpNobody() throws IOException {
        play("timeScale: 100\nhang: 20h\ndefaults: {successRate: 1}\n" + "models: {\"" + run
                + "/m29:free\": {successRate: 0, failures: {hang: 1}}}\n");
        // More slots than the topic has partitions, so that no partition is left to the slot that is held up.
        TesterConfig config = config(cluster().settings(), QueueKind.SHARE).withSlots(2 * Team.SIZE);
        try (TesterService service = service(config, Fakes.GRADING)) {
            service.start();
            cluster().publish(shortProbes(0, 600));
            await().atMost(PATIENCE)
                    .until(() -> registry.get("rota.tester.probes.together")
                                    .counter()
                                    .count()
                            > 0);
            cluster().publish(List.of(Fakes.probe(run + "-slow", model(29), "two#one")));
            await().atMost(PATIENCE)
                    .until(() -> Objects.requireNonNull(simulator).requests().keySet().stream()
                            .anyMatch(requested -> requested.contains("/m29")));
            cluster().publish(shortProbes(600, 300));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(results()).hasSize(900));
        }
        assertThat(results()).extracting(TestResult::resultId).doesNotHaveDuplicates();
        assertThat(deadLetters()).isEmpty();
    }

    private List<ModelFound> shortProbes(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(i -> Fakes.probe(run + "-" + i, model(i % 29), "two#one"))
                .toList();
    }

    private ModelId model(int number) {
        return ModelId.parse("simulator/" + run + "/m" + number + ":free");
    }

    @Test
    void aProbeDeliveredTwiceHasTheSameResults() throws IOException {
        play("timeScale: 100\ndefaults: {successRate: 1}\n");
        List<ModelFound> probes = probes(1, "two");
        try (TesterService service = service(QueueKind.SHARE, Fakes.GRADING)) {
            service.start();
            cluster().publish(probes);
            cluster().publish(probes);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(results()).hasSize(4));
        }
        assertThat(results().stream().map(TestResult::resultId).collect(Collectors.toSet()))
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(QueueKind.class)
    void aProbeThatNobodyCanFinishBecomesADeadLetterWithItsStory(QueueKind queue) throws IOException {
        play("timeScale: 100\ndefaults: {successRate: 1}\n");
        Grading poison = (_, _) -> {
            throw new IllegalStateException("poison");
        };
        List<ModelFound> probes = probes(1, "two");
        try (TesterService service = service(queue, poison)) {
            service.start();
            cluster().publish(probes);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deadLetters()).hasSize(1));
        }
        ConsumerRecord<byte[], byte[]> letter = deadLetters().getFirst();
        assertThat(header(letter, "rota.dead-letter.reason")).contains("delivered 5 times");
        assertThat(header(letter, "rota.dead-letter.topic")).isEqualTo("rota.model-found");
        assertThat(header(letter, "rota.dead-letter.deliveries")).isEqualTo("5");
        assertThat(results()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsADeadLetterAndStopsNobody() throws IOException {
        play("timeScale: 100\ndefaults: {successRate: 1}\n");
        byte[] key = (run + "-junk").getBytes(StandardCharsets.UTF_8);
        try (TesterService service = service(QueueKind.SHARE, Fakes.GRADING)) {
            service.start();
            cluster()
                    .publishRaw(List.of(
                            new ProducerRecord<>(
                                    Topics.MODEL_FOUND.name(), key, "junk".getBytes(StandardCharsets.UTF_8)),
                            new ProducerRecord<>(Topics.MODEL_FOUND.name(), key, null)));
            cluster().publish(probes(3, "two"));
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(deadLetters()).hasSize(2);
                assertThat(results()).hasSize(6);
            });
        }
        assertThat(deadLetters())
                .allSatisfy(letter ->
                        assertThat(header(letter, "rota.dead-letter.reason")).startsWith("cannot be read"));
    }

    @Test
    void aRegistryThatIsAwayCostsNoProbe(TestKafka kafka) throws IOException {
        play("timeScale: 100\ndefaults: {successRate: 1}\n");
        try (RegistryDoor door = new RegistryDoor(kafka.registryUrl())) {
            KafkaSettings settings = new KafkaSettings(
                    cluster().settings().client(), Map.of("schema.registry.url", door.url(), "max.retries", "0"));
            TesterConfig config =
                    config(settings, QueueKind.SHARE).withDeliveries(4).withHold(Duration.ofMillis(1));
            try (TesterService service = service(config, Fakes.GRADING)) {
                service.start();
                cluster().publish(probes(1, "two"));
                // More often than a probe that nobody can finish would be delivered.
                await().atMost(PATIENCE).until(() -> probesThat("put_back") > config.deliveries());
                assertThat(results()).isEmpty();
                door.open();
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(results()).hasSize(2));
            }
        }
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void aTesterThatStopsGivesItsProbesBack() throws IOException {
        play("hang: 5m\ndefaults: {successRate: 0, failures: {hang: 1}}\n");
        List<ModelFound> probes = probes(4, "two");
        TesterService hanging = service(QueueKind.SHARE, Fakes.GRADING);
        hanging.start();
        cluster().publish(probes);
        await().atMost(PATIENCE)
                .until(() -> registry.get("rota.tester.slots.busy").gauge().value() >= 1);
        hanging.close();
        assertThat(results()).isEmpty();
        assertThat(members()).isZero();
        stopSimulator();
        play("timeScale: 100\ndefaults: {successRate: 1}\n");
        try (TesterService next = service(QueueKind.SHARE, Fakes.GRADING)) {
            next.start();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(results()).hasSize(8));
        }
    }

    @Test
    void onTheDaysLimitProbesGoBackUnharmed() throws IOException {
        play("timeScale: 100\naccount: {freePerMinute: 1000, freePerDay: 5}\ndefaults: {successRate: 1}\n");
        try (TesterService service = service(QueueKind.SHARE, Fakes.GRADING)) {
            service.start();
            cluster().publish(probes(6, "two"));
            await().atMost(PATIENCE)
                    .until(() -> registry.get("rota.tester.catalogues.paused")
                                            .gauge()
                                            .value()
                                    == 1
                            && registry.get("rota.tester.slots.busy").gauge().value() == 0);
        }
        assertThat(results().stream().filter(TestResult::succeeded)).hasSize(5);
        assertThat(results().stream().filter(result -> !result.succeeded()))
                .isNotEmpty()
                .allSatisfy(result -> assertThat(kind(result)).isEqualTo(FailureKind.ACCOUNT_DAY_LIMIT));
        assertThat(deadLetters()).isEmpty();
        stopSimulator();
        play("timeScale: 100\ndefaults: {successRate: 1}\n");
        try (TesterService tomorrow = service(QueueKind.SHARE, Fakes.GRADING)) {
            tomorrow.start();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(results().stream()
                                    .filter(TestResult::succeeded)
                                    .map(TestResult::resultId)
                                    .collect(Collectors.toSet()))
                            .hasSize(12));
        }
    }

    @Test
    void anUnknownSuiteAnUnknownCatalogueAndAPaidModelAreOurFault() throws IOException {
        play("timeScale: 100\ndefaults: {successRate: 1}\n");
        ModelId model = ModelId.parse("simulator/" + run + "/m:free");
        ModelFound paid =
                new ModelFound(run + "-paid", model, Trigger.NEW, "two#one", Instant.EPOCH, Fakes.facts(false));
        try (TesterService service = service(QueueKind.SHARE, Fakes.GRADING)) {
            service.start();
            cluster()
                    .publish(List.of(
                            Fakes.probe(run + "-suite", model, "nine"),
                            Fakes.probe(run + "-task", model, "two#three"),
                            Fakes.probe(run + "-catalogue", ModelId.parse("elsewhere/" + run), "two#one"),
                            paid));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(results()).hasSize(4));
        }
        assertThat(results()).allSatisfy(result -> assertThat(kind(result)).isEqualTo(FailureKind.BAD_REQUEST));
        assertThat(Objects.requireNonNull(simulator).requests()).isEmpty();
    }

    private void play(String scenario) throws IOException {
        Path file = Files.createTempFile(Objects.requireNonNull(directory), "scenario", ".yaml");
        Files.writeString(
                file,
                scenario + "catalogue: [{id: \"" + run + "/m:free\"}"
                        + IntStream.range(0, 30)
                                .mapToObj(i -> ", {id: \"" + run + "/m" + i + ":free\"}")
                                .collect(Collectors.joining())
                        + "]\n");
        ProviderSimulator starting = new ProviderSimulator(SimulatorConfig.of(ScenarioReader.read(file)));
        starting.start();
        simulator = starting;
    }

    private double probesThat(String end) {
        Counter counter = registry.find("rota.tester.probes").tag("end", end).counter();
        return counter == null ? 0 : counter.count();
    }

    private TesterService service(QueueKind queue, Grading grading) {
        return service(config(cluster().settings(), queue), grading);
    }

    private TesterConfig config(KafkaSettings kafka, QueueKind queue) {
        CatalogueConfig catalogue =
                CatalogueConfig.simulator(Objects.requireNonNull(simulator).baseUrl());
        return TesterConfig.of(kafka, List.of(catalogue), new SecretSource(Map.of()))
                .withSlots(4)
                .withQueue(queue);
    }

    private TesterService service(TesterConfig config, Grading grading) {
        TesterService service = new TesterService(config, Fakes.library(), grading, registry, Clock.systemUTC());
        services.add(service);
        return service;
    }

    private List<ModelFound> probes(int count, String suite) {
        return IntStream.range(0, count)
                .mapToObj(
                        i -> Fakes.probe(run + "-" + i, ModelId.parse("simulator/" + run + "/m" + i + ":free"), suite))
                .toList();
    }

    /** Results of this run alone: the broker is shared by all tests. */
    private List<TestResult> results() {
        return cluster().results().stream()
                .filter(result -> String.valueOf(result.probeId()).startsWith(run))
                .toList();
    }

    private int members() {
        try (Admin admin = Admin.create(cluster().settings().clientWith(Map.of()))) {
            return new GroupMembers(admin, "rota-testers", "group.share.max.size", true)
                    .read()
                    .members()
                    .orElseThrow();
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        return cluster().records(Topics.DEAD_LETTERS).stream()
                .filter(record -> new String(record.key(), StandardCharsets.UTF_8).contains(run))
                .toList();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static @Nullable FailureKind kind(TestResult result) {
        Failure failure = result.failure();
        return failure == null ? null : failure.kind();
    }

    private Cluster cluster() {
        return Objects.requireNonNull(cluster);
    }
}
