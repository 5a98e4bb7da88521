package dev.rota.discovery.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.discovery.Records;
import dev.rota.discovery.change.Appearance;
import dev.rota.discovery.change.KnownModel;
import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.probe.Trigger;
import dev.rota.embedded.EmbeddedKafka;
import dev.rota.embedded.EmbeddedKafkaConfig;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.TopicSetup;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a leader that was only believed dead from publishing beside its successor. */
class PublisherIT {
    @TempDir
    Path directory;

    @Test
    void theNewestPublisherShutsOutTheOlderOne() {
        try (EmbeddedKafka broker =
                new EmbeddedKafka(new EmbeddedKafkaConfig(directory, EmbeddedKafkaConfig.ANY_PORT))) {
            broker.start();
            KafkaSettings kafka = KafkaSettings.of(broker.bootstrapServers(), "mock://publisher-it");
            try (Admin admin = Admin.create(kafka.clientWith(Map.of()))) {
                new TopicSetup(admin).ensure(Map.of());
            }
            try (Publisher old = Publisher.open(kafka)) {
                old.facts(List.of(model("a/one"), model("a/two")));
                try (Publisher successor = Publisher.open(kafka)) {
                    assertThatThrownBy(() -> old.facts(List.of(model("a/three"), model("a/four"))))
                            .isInstanceOf(KafkaException.class);
                    successor.facts(List.of(model("a/three")));
                }
            }
            assertThat(Records.facts(kafka))
                    .extracting(facts -> facts.model().providerId())
                    .containsExactlyInAnyOrder("a/one", "a/two", "a/three");
        }
    }

    private static KnownModel model(String id) {
        Set<String> text = Set.of("text");
        Facts facts = new Facts(id, "a", 100, null, text, text, Set.of(), "0", "0", true, null, null);
        ModelFacts model = new ModelFacts(new ModelId("c", id), facts, Instant.EPOCH, Instant.EPOCH, null, null);
        return KnownModel.of(model, new Appearance(Trigger.NEW, Instant.EPOCH));
    }
}
