package dev.rota.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.embedded.EmbeddedKafka;
import dev.rota.embedded.EmbeddedKafkaConfig;
import dev.rota.launcher.Shell;
import dev.rota.schema.topic.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class TopicsCommandIT {
    @TempDir
    Path directory;

    @Test
    void whatIsMissingIsMadeAndWhatDiffersIsToldAndLeftAlone() throws Exception {
        String models = Topics.MODELS.name();
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, models);
        try (EmbeddedKafka kafka =
                new EmbeddedKafka(new EmbeddedKafkaConfig(directory, EmbeddedKafkaConfig.ANY_PORT))) {
            kafka.start();
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
                Map<String, String> other = Map.of("cleanup.policy", "delete", "min.insync.replicas", "2");
                admin.createTopics(List.of(new NewTopic(models, 2, (short) 1).configs(other)))
                        .all()
                        .get();

                Shell.Ran first =
                        new Shell(directory.resolve("running")).run("topics", "--kafka", kafka.bootstrapServers());
                Shell.Ran second =
                        new Shell(directory.resolve("running")).run("topics", "--kafka", kafka.bootstrapServers());

                assertThat(first.code()).as(first.err()).isZero();
                assertThat(first.out())
                        .contains(
                                "topic rota.models has 2 partitions where Rota would make 4",
                                "topic rota.models has cleanup.policy=delete where Rota relies on compact",
                                "topic rota.models has 1 replicas and min.insync.replicas=2, so every write is refused");
                assertThat(second.out()).isEqualTo(first.out());
                assertThat(admin.listTopics().names().get())
                        .contains(Topics.DEAD_LETTERS)
                        .containsAll(
                                Topics.all().stream().map(topic -> topic.name()).toList());
                assertThat(admin.describeConfigs(List.of(resource)).all().get())
                        .hasEntrySatisfying(
                                resource,
                                config -> assertThat(
                                                config.get("cleanup.policy").value())
                                        .isEqualTo("delete"));
            }
        }
    }
}
