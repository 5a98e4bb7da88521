package dev.rota.launcher.command;

import dev.rota.launcher.Context;
import dev.rota.launcher.Logging;
import dev.rota.launcher.Rota;
import dev.rota.launcher.UserError;
import dev.rota.launcher.options.ConfigFile;
import dev.rota.launcher.options.KafkaOptions;
import dev.rota.launcher.options.RegistrySettings;
import dev.rota.launcher.options.Sections;
import dev.rota.launcher.up.StopSignal;
import dev.rota.registry.RegistryAccess;
import dev.rota.registry.SchemaRegistry;
import dev.rota.registry.SchemaRegistryConfig;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.config.Settings;
import dev.rota.runtime.kafka.KafkaSettings;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "registry",
        description =
                "The schema registry alone, on a running Kafka. Plain HTTP for everybody, unless registry.keyStore and registry.usersFile are set.",
        footer = {"", "Example: ./rota registry --kafka localhost:9092 --port 8081"})
final class RegistryCommand extends Subcommand {
    @Mixin
    private KafkaOptions kafkaOptions = new KafkaOptions();

    @Option(names = "--port", paramLabel = "P", description = "Port; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port = 8081;

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "Address to listen on. Default: ${DEFAULT-VALUE}.")
    private String bind = SchemaRegistryConfig.LOOPBACK;

    @Option(names = "--config", paramLabel = "FILE", description = "Configuration; default: rota.yaml where it exists.")
    private @Nullable Path config;

    RegistryCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < SchemaRegistryConfig.ANY_PORT || port > 65_535) {
            throw UserError.usage("--port must be from 0 to 65535, not " + port);
        }
        Logging.toConsole();
        Settings settings = Settings.load(ConfigFile.choose(config), context().environment(), kafkaOptions.flags());
        KafkaSettings kafka = KafkaSettings.read(settings);
        RegistryAccess access =
                RegistrySettings.read(settings, new SecretSource(context().environment()));
        settings.check(Set.of("kafka", "schema", "registry"), Sections.ALL);
        SchemaRegistryConfig registry = new SchemaRegistryConfig(
                kafka.bootstrapServers(),
                bind,
                port,
                CompatibilityLevel.BACKWARD_TRANSITIVE,
                SchemaRegistryConfig.DEFAULT_TOPIC,
                kafka.client(),
                SchemaRegistryConfig.DEFAULT_TIMEOUT,
                access);
        try (StopSignal stop = new StopSignal();
                SchemaRegistry server = new SchemaRegistry(registry)) {
            server.start();
            say("schema registry on " + server.url() + "; Ctrl-C stops it");
            while (!stop.await(Duration.ofHours(1))) {
                // Nothing to do but to be there.
            }
        }
        return Rota.DONE;
    }
}
