package dev.rota.launcher.command;

import dev.rota.launcher.Context;
import dev.rota.launcher.Logging;
import dev.rota.launcher.Rota;
import dev.rota.launcher.UserError;
import dev.rota.launcher.options.ConfigFile;
import dev.rota.launcher.options.KafkaOptions;
import dev.rota.launcher.options.PartitionSettings;
import dev.rota.launcher.options.Sections;
import dev.rota.launcher.up.StopSignal;
import dev.rota.monitor.Monitor;
import dev.rota.monitor.MonitorConfig;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.config.Settings;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.runtime.lifecycle.Service;
import dev.rota.schema.topic.TopicSetup;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.TimeoutException;
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

    @Option(
            names = "--monitor-port",
            paramLabel = "P",
            description = "Where /healthz, /readyz and /metrics answer; 0 for any free port. Default: nowhere.")
    private @Nullable Integer monitorPort;

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

    /** What a service that has started still waits for; empty if nothing. */
    Optional<String> missing() {
        return Optional.empty();
    }

    /** What an operator should look at although the service works, a sentence each. */
    List<String> warnings() {
        return List.of();
    }

    /** Throws if the service failed while it ran. */
    void check() {}

    /** Why the service has nothing left to do; empty while it has. */
    Optional<String> done() {
        return Optional.empty();
    }

    @Override
    public final Integer call() throws InterruptedException, IOException {
        Logging.toConsole();
        Map<String, String> flags = new HashMap<>(flags());
        flags.putAll(kafkaOptions.flags());
        if (monitorPort != null) {
            flags.put("monitor.port", Integer.toString(monitorPort));
        }
        Settings settings = Settings.load(ConfigFile.choose(config), context().environment(), flags);
        KafkaSettings kafka = KafkaSettings.read(settings);
        Map<String, Integer> partitions = PartitionSettings.read(settings);
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        SecretSource secrets = new SecretSource(context().environment());
        ClusterWatch cluster = new ClusterWatch(kafka, context().clock(), this::say);
        ServiceHealth health = new ServiceHealth(
                () -> cluster.missing().or(this::missing),
                () -> Stream.concat(cluster.warnings().stream(), warnings().stream())
                        .toList());
        try (StopSignal stop = new StopSignal();
                cluster;
                Monitor monitor = new Monitor(MonitorConfig.read(settings, secrets), meters, health);
                Service service = service(settings, kafka, secrets, meters)) {
            settings.check(Sections.of(known()), Sections.ALL);
            settings.effective().forEach((key, value) -> LOG.info("setting {}={}", key, value));
            monitor.start();
            monitor.port().ifPresent(port -> say("health and metrics on port " + port));
            health.waitsFor("Kafka at " + kafka.bootstrapServers() + " has not answered yet");
            health.warn(createTopics(kafka, partitions));
            cluster.start();
            health.waitsFor("starting");
            prepare(kafka);
            service.start();
            health.started();
            say("ready; Ctrl-C stops it");
            while (!stop.await(LOOK) && done().isEmpty()) {
                check();
            }
            done().ifPresent(this::say);
        }
        return Rota.DONE;
    }

    private Set<String> known() {
        Set<String> known = new HashSet<>(sections());
        known.add(MonitorConfig.SECTION);
        return known;
    }

    /** Makes topics that are missing; what is to be looked at is those that differ. */
    private List<String> createTopics(KafkaSettings kafka, Map<String, Integer> partitions) {
        try (Admin admin = Admin.create(kafka.clientWith(Map.of()))) {
            List<String> warnings = new TopicSetup(admin).ensure(partitions);
            warnings.forEach(this::say);
            return warnings;
        } catch (TimeoutException e) {
            throw UserError.failed("Kafka does not answer at " + kafka.bootstrapServers()
                    + "; check that it runs, and that --kafka or kafka.bootstrap.servers names it (" + e.getMessage()
                    + ")");
        }
    }
}
