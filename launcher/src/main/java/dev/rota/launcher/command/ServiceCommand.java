package dev.rota.launcher.command;

import dev.rota.launcher.Context;
import dev.rota.launcher.Logging;
import dev.rota.launcher.Rota;
import dev.rota.launcher.options.ConfigFile;
import dev.rota.launcher.options.KafkaOptions;
import dev.rota.launcher.options.PartitionSettings;
import dev.rota.launcher.options.Sections;
import dev.rota.launcher.up.StopSignal;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.config.Settings;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.runtime.lifecycle.Service;
import dev.rota.schema.topic.TopicSetup;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A service alone, against a running Kafka: reads its settings, sees to the topics, runs until it is told to stop. */
abstract class ServiceCommand extends Subcommand {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceCommand.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    @Mixin
    private KafkaOptions kafkaOptions = new KafkaOptions();

    @Option(names = "--config", paramLabel = "FILE", description = "Configuration; default: rota.yaml where it exists.")
    private @Nullable Path config;

    ServiceCommand(Context context) {
        super(context);
    }

    /** Settings that this service's own flags give. */
    Map<String, String> flags() {
        return Map.of();
    }

    /** The sections whose keys this service knows, besides those of Kafka and the topics. */
    abstract Set<String> sections();

    /** Reads the settings and makes the service; nothing runs yet. */
    abstract Service service(
            Settings settings, KafkaSettings kafka, SecretSource secrets, PrometheusMeterRegistry meters);

    /** What is to be done once the topics are there, before the service starts. */
    void prepare(KafkaSettings kafka) {}

    /** Throws if the service failed while it ran. */
    void check() {}

    @Override
    public final Integer call() throws InterruptedException {
        Logging.toConsole();
        Map<String, String> flags = new HashMap<>(flags());
        flags.putAll(kafkaOptions.flags());
        Settings settings = Settings.load(ConfigFile.choose(config), context().environment(), flags);
        KafkaSettings kafka = KafkaSettings.read(settings);
        Map<String, Integer> partitions = PartitionSettings.read(settings);
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (StopSignal stop = new StopSignal();
                Service service =
                        service(settings, kafka, new SecretSource(context().environment()), meters)) {
            settings.check(Sections.of(sections()), Sections.ALL);
            settings.effective().forEach((key, value) -> LOG.info("setting {}={}", key, value));
            createTopics(kafka, partitions);
            prepare(kafka);
            service.start();
            say("ready; Ctrl-C stops it");
            while (!stop.await(LOOK)) {
                check();
            }
        }
        return Rota.DONE;
    }

    private void createTopics(KafkaSettings kafka, Map<String, Integer> partitions) {
        try (Admin admin = Admin.create(kafka.clientWith(Map.of()))) {
            new TopicSetup(admin).ensure(partitions).forEach(this::say);
        }
    }
}
