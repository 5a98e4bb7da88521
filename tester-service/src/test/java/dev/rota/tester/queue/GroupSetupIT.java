package dev.rota.tester.queue;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.embedded.EmbeddedKafka;
import dev.rota.embedded.EmbeddedKafkaConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a broker of its own, for it takes the share groups away. */
@Timeout(120)
class GroupSetupIT {
    @Test
    void aClusterWithoutShareGroupsIsToldWithTheRemedy(@TempDir Path directory) throws Exception {
        EmbeddedKafka kafka = new EmbeddedKafka(new EmbeddedKafkaConfig(directory, EmbeddedKafkaConfig.ANY_PORT));
        kafka.start();
        try (kafka;
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.updateFeatures(
                            Map.of(
                                    "share.version",
                                    new FeatureUpdate((short) 0, FeatureUpdate.UpgradeType.SAFE_DOWNGRADE)),
                            new UpdateFeaturesOptions())
                    .all()
                    .get();
            assertThatThrownBy(() -> new GroupSetup(admin).prepare("rota-testers", Duration.ofMinutes(1), 5))
                    .isInstanceOf(KafkaException.class)
                    .hasMessageContaining("share.version")
                    .hasMessageContaining("tester.queue: classic");
        }
    }
}
