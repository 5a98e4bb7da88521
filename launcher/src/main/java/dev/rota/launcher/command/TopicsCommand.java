package dev.rota.launcher.command;

import dev.rota.launcher.Context;
import dev.rota.launcher.Rota;
import dev.rota.launcher.options.ConfigFile;
import dev.rota.launcher.options.KafkaOptions;
import dev.rota.launcher.options.PartitionSettings;
import dev.rota.launcher.options.Sections;
import dev.rota.runtime.config.Settings;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.TopicSetup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "topics",
        description = "Makes the topics that are missing and tells where others differ; changes none. Services do the"
                + " same at their start, where they may: on a secured Kafka, run this once as a user who may.",
        footer = {"", "Example: ./rota topics --kafka localhost:9092"})
final class TopicsCommand extends Subcommand {
    @Mixin
    private KafkaOptions kafkaOptions = new KafkaOptions();

    @Option(names = "--config", paramLabel = "FILE", description = "Configuration; default: rota.yaml where it exists.")
    private @Nullable Path config;

    TopicsCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        Settings settings = Settings.load(ConfigFile.choose(config), context().environment(), kafkaOptions.flags());
        KafkaSettings kafka = KafkaSettings.read(settings);
        Map<String, Integer> partitions = PartitionSettings.read(settings);
        settings.check(Sections.of(Set.of()), Sections.ALL);
        try (Admin admin = Admin.create(kafka.clientWith(Map.of()))) {
            List<String> differences = new TopicSetup(admin).ensure(partitions);
            differences.forEach(context().terminal().out()::println);
            say(
                    differences.isEmpty()
                            ? "every topic is there and as it should be"
                            : "every topic is there; what differs was left as it is");
        }
        return Rota.DONE;
    }
}
