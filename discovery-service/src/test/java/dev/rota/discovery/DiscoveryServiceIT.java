package dev.rota.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rota.discovery.plan.Budget;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.probe.Trigger;
import dev.rota.runtime.catalogue.CatalogueBudget;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.catalogue.CatalogueFilter;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.TopicSetup;
import dev.rota.testsupport.kafka.TestKafka;
import dev.rota.testsupport.kafka.WithKafka;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@WithKafka
@Timeout(180)
class DiscoveryServiceIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static KafkaSettings kafka;

    private final CatalogueServer server = new CatalogueServer();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final List<CatalogueReport> reports = new CopyOnWriteArrayList<>();

    /** Each test has its own catalogue, so tests share topics as catalogues do. */
    private final String name = "c" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    static void makeTopics(TestKafka shared) {
        kafka = KafkaSettings.of(shared.bootstrapServers(), shared.registryUrl());
        new TopicSetup(shared.admin()).ensure(Map.of());
    }

    @BeforeEach
    void serve() {
        server.list("a/one", "a/two", "b/three:free");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsFoundIsPublishedOnceAndReadBackAfterARestart() {
        try (DiscoveryService _ = started(Duration.ofSeconds(1))) {
            await().atMost(LIMIT).until(() -> probes().size() == 3 && server.readings() >= 3 && counted() == 3);
        }
        assertThat(facts()).hasSize(3);
        try (DiscoveryService _ = started(Duration.ofSeconds(1))) {
            int before = server.readings();
            await().atMost(LIMIT).until(() -> server.readings() >= before + 3 && candidates() == 3);
        }
        assertThat(candidates()).as("a service that stopped shows no figure").isNaN();
        assertThat(facts()).hasSize(3);
        assertThat(probes()).hasSize(3).allSatisfy(probe -> {
            assertThat(probe.trigger()).isEqualTo(Trigger.NEW);
            assertThat(probe.suite()).isEqualTo("standard");
        });
        assertThat(counted()).isEqualTo(3);
    }

    @Test
    void aModelIsRetiredAndReturnsAcrossRestarts() throws InterruptedException {
        sweepOnce();
        server.list("a/one", "a/two");
        sweepOnce();
        assertThat(facts()).noneMatch(ModelFacts::retired);
        SweepReport second = sweepOnce();
        assertThat(second.catalogues().getFirst().retired()).isEqualTo(1);
        assertThat(facts())
                .filteredOn(ModelFacts::retired)
                .extracting(retired -> retired.model().providerId())
                .containsExactly("b/three:free");
        server.list("a/one", "a/two", "b/three:free");
        SweepReport third = sweepOnce();
        assertThat(third.catalogues().getFirst().returned()).isEqualTo(1);
        assertThat(third.probes()).hasSize(3);
        assertThat(probes().stream().filter(probe -> probe.trigger() == Trigger.RETURNED))
                .hasSize(1);
        assertThat(probes().stream().map(ModelFound::probeId)).doesNotHaveDuplicates();
    }

    @Test
    void ofTwoInstancesOneWorksAndTheOtherTakesOver() {
        DiscoveryService first = started(Duration.ofSeconds(1));
        try (DiscoveryService _ = started(Duration.ofSeconds(1))) {
            await().atMost(LIMIT).until(() -> probes().size() == 3);
            first.close();
            server.list("a/one", "a/two", "b/three:free", "b/four");
            await().atMost(LIMIT).until(() -> probes().size() == 4);
        } finally {
            first.close();
        }
        assertThat(probes().stream().map(ModelFound::probeId)).doesNotHaveDuplicates();
        assertThat(facts()).hasSize(4);
    }

    @Test
    void aCatalogueThatFailsChangesNothingAndDisturbsNoOther() throws InterruptedException {
        try (CatalogueServer broken = new CatalogueServer()) {
            broken.answer(500, "<html>oops".getBytes(StandardCharsets.UTF_8));
            CatalogueConfig other = catalogue(name + "-broken", broken);
            SweepReport report = once(List.of(catalogue(name, server), other));
            assertThat(report.catalogues())
                    .extracting(CatalogueReport::accepted)
                    .containsExactly(true, false);
            assertThat(report.catalogues().getLast().problems().getFirst().toString())
                    .startsWith("catalogue " + name + "-broken: status: is 500");
            assertThat(report.probes()).hasSize(3);
        }
    }

    @Test
    void aKeyGoesToItsCatalogueAndIntoNoMessage() throws InterruptedException {
        server.answer(401, "no key sk-or-v1-0123456789abcdef".getBytes(StandardCharsets.UTF_8));
        SweepReport report = once(List.of(catalogue(name, server)));
        assertThat(report.catalogues().getFirst().problems().getFirst().toString())
                .contains("status: is 401")
                .doesNotContain("0123456789abcdef");
    }

    @Test
    void aSweepOfMoreModelsThanAMinutePaysForWaitsSaysSoAndProbesThemAll() throws InterruptedException {
        AdjustableClock clock = new AdjustableClock();
        List<Integer> waiting = new ArrayList<>();
        DiscoveryListener aMinuteLater = new DiscoveryListener() {
            @Override
            public void onWait(String catalogue, int models, Budget budget) {
                waiting.add(models);
                clock.offset(Duration.ofSeconds(61));
            }
        };
        CatalogueConfig config = catalogue(name, server);
        CatalogueConfig scarce = new CatalogueConfig(
                name,
                config.type(),
                config.url(),
                config.apiKeyVariable(),
                config.period(),
                config.filter(),
                new CatalogueBudget(6, 1_000, 0),
                false,
                0);
        try (DiscoveryService service = new DiscoveryService(
                DiscoveryConfig.of(List.of(scarce)), kafka, new SecretSource(Map.of()), aMinuteLater, metrics, clock)) {
            SweepReport report = service.sweepOnce(LIMIT);
            assertThat(waiting).as("two probes of three requests were paid for").containsExactly(1);
            assertThat(report.leftOut()).isEmpty();
            assertThat(report.probes()).hasSize(3);
        }
    }

    private double candidates() {
        Gauge gauge =
                metrics.find("rota.discovery.models").tag("state", "candidate").gauge();
        return gauge == null ? Double.NaN : gauge.value();
    }

    private double counted() {
        return metrics.get("rota.discovery.probes")
                .tag("trigger", "new")
                .counter()
                .count();
    }

    private SweepReport sweepOnce() throws InterruptedException {
        return once(List.of(catalogue(name, server)));
    }

    private SweepReport once(List<CatalogueConfig> catalogues) throws InterruptedException {
        try (DiscoveryService service = service(DiscoveryConfig.of(catalogues))) {
            return service.sweepOnce(LIMIT);
        }
    }

    private DiscoveryService started(Duration period) {
        CatalogueConfig config = CatalogueConfig.at(name, server.url());
        CatalogueConfig often = new CatalogueConfig(
                name,
                config.type(),
                config.url(),
                config.apiKeyVariable(),
                period,
                CatalogueFilter.freeModels(),
                config.budget(),
                false,
                0);
        DiscoveryService service = service(DiscoveryConfig.of(List.of(often)));
        service.start();
        return service;
    }

    private DiscoveryService service(DiscoveryConfig config) {
        DiscoveryListener listener = new DiscoveryListener() {
            @Override
            public void onSweep(CatalogueReport report) {
                reports.add(report);
            }
        };
        return new DiscoveryService(
                config,
                kafka,
                new SecretSource(Map.of("KEY", "sk-or-v1-0123456789abcdef")),
                listener,
                metrics,
                Clock.systemUTC());
    }

    private static CatalogueConfig catalogue(String name, CatalogueServer server) {
        return CatalogueConfig.at(name, server.url());
    }

    private List<ModelFound> probes() {
        return Records.probes(kafka).stream()
                .filter(probe -> probe.model().catalogue().equals(name))
                .toList();
    }

    private List<ModelFacts> facts() {
        return Records.facts(kafka).stream()
                .filter(facts -> facts.model().catalogue().equals(name))
                .toList();
    }
}
