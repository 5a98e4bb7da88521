package dev.rota.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.discovery.catalogue.CatalogueRefused;
import dev.rota.discovery.catalogue.Sweep;
import dev.rota.discovery.change.CatalogueComparison;
import dev.rota.discovery.change.Comparison;
import dev.rota.discovery.change.KnownCatalogue;
import dev.rota.discovery.change.KnownModel;
import dev.rota.discovery.filter.ModelFilter;
import dev.rota.discovery.plan.ProbeIds;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.probe.Trigger;
import dev.rota.embedded.EmbeddedKafka;
import dev.rota.embedded.EmbeddedKafkaConfig;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.TopicSetup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real catalogues as a series of sweeps, each by a service that was started for it: what is published is what the
 * comparison of the series says, and each appearance of a candidate has one probe.
 */
class RealCataloguesIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private KnownCatalogue expected = KnownCatalogue.empty("openrouter");
    private final Set<String> appearances = new HashSet<>();

    @Test
    void theSeriesThroughTheServiceIsTheSeriesOfComparisons() throws InterruptedException, CatalogueRefused {
        List<Path> files = SharedCatalogues.files();
        try (EmbeddedKafka broker =
                        new EmbeddedKafka(new EmbeddedKafkaConfig(directory, EmbeddedKafkaConfig.ANY_PORT));
                CatalogueServer server = new CatalogueServer()) {
            broker.start();
            KafkaSettings kafka = KafkaSettings.of(broker.bootstrapServers(), "mock://real-catalogues-it");
            try (Admin admin = Admin.create(kafka.clientWith(Map.of()))) {
                new TopicSetup(admin).ensure(Map.of());
            }
            for (Path file : files) {
                server.answer(200, SharedCatalogues.body(file));
                SweepReport report = sweep(server, kafka, SharedCatalogues.time(file));
                assertThat(report.anyAccepted()).as(SharedCatalogues.name(file)).isTrue();
                expect(file);
                assertThat(report.leftOut()).isEmpty();
            }
            check(kafka);
        }
    }

    private void expect(Path file) throws CatalogueRefused {
        Comparison compared =
                new CatalogueComparison(false).compare(expected, new Sweep.Read(SharedCatalogues.read(file)), true);
        expected = compared.known();
        for (KnownModel model : expected.all()) {
            if (model.appearance() != null && ModelFilter.FREE_TEXT.accepts(model.facts())) {
                appearances.add(ProbeIds.of(model.facts().model(), model.appearance()));
            }
        }
    }

    private void check(KafkaSettings kafka) {
        Map<ModelId, ModelFacts> published = new HashMap<>();
        Records.facts(kafka).forEach(facts -> published.put(facts.model(), facts));
        Map<ModelId, ModelFacts> known = new HashMap<>();
        expected.all().forEach(model -> known.put(model.facts().model(), model.facts()));
        assertThat(published).isEqualTo(known);

        List<ModelFound> probes = Records.probes(kafka);
        assertThat(probes.stream().map(ModelFound::probeId)).doesNotHaveDuplicates();
        assertThat(probes.stream()
                        .filter(probe -> probe.trigger() != Trigger.DUE)
                        .map(ModelFound::probeId))
                .containsExactlyInAnyOrderElementsOf(appearances);
    }

    private static SweepReport sweep(CatalogueServer server, KafkaSettings kafka, Instant at)
            throws InterruptedException {
        CatalogueConfig catalogue = CatalogueConfig.at("openrouter", server.url());
        try (DiscoveryService service = new DiscoveryService(
                DiscoveryConfig.of(List.of(catalogue)),
                kafka,
                new SecretSource(Map.of()),
                DiscoveryListener.NONE,
                new SimpleMeterRegistry(),
                Clock.fixed(at, ZoneOffset.UTC))) {
            return service.sweepOnce(LIMIT);
        }
    }
}
