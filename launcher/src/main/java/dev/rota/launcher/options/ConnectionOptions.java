package dev.rota.launcher.options;

import dev.rota.gateway.GatewayConfig;
import dev.rota.launcher.Context;
import dev.rota.launcher.UserError;
import dev.rota.launcher.instance.Instance;
import dev.rota.launcher.instance.LiveGateway;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.config.Settings;
import dev.rota.runtime.kafka.KafkaSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Which Rota a command speaks to: the Kafka that flags, environment or configuration name; else the instance of
 * {@code rota up} that runs on this machine.
 */
public final class ConnectionOptions {
    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "Kafka to use; default: that of the running ./rota up.")
    private @Nullable String kafka;

    @Option(names = "--registry", paramLabel = "URL", description = "Schema registry to use.")
    private @Nullable String registry;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory of the ./rota up to speak to, if several run.")
    private @Nullable Path data;

    @Option(names = "--config", paramLabel = "FILE", description = "Configuration; default: rota.yaml where it exists.")
    private @Nullable Path config;

    /** The layers of settings, with this command's flags on top. */
    public Settings settings(Context context, Map<String, String> flags) {
        Map<String, String> all = new HashMap<>(flags);
        if (kafka != null) {
            all.put("kafka.bootstrap.servers", kafka);
        }
        if (registry != null) {
            all.put("schema.registry.url", registry);
        }
        return Settings.load(ConfigFile.choose(config), context.environment(), all);
    }

    /** Where Kafka and the registry are. */
    public KafkaSettings kafka(Context context) {
        Settings settings = settings(context, Map.of());
        KafkaSettings kafka = kafka(context, settings);
        settings.check(Sections.CONNECTION, Sections.ALL);
        return kafka;
    }

    /** Where Kafka and the registry are, for a command that reads more of the settings and checks them itself. */
    public KafkaSettings kafka(Context context, Settings settings) {
        boolean named = settings.passThrough("kafka").containsKey("bootstrap.servers");
        if (named) {
            return KafkaSettings.read(settings);
        }
        Instance instance = instance(context);
        return KafkaSettings.of(instance.kafka(), instance.registry());
    }

    /**
     * What the gateway of the one running instance that is meant has at a path; empty if a Kafka is named, or if the
     * gateway cannot tell, and Kafka is to be read.
     */
    public Optional<byte[]> live(Context context, String path) {
        List<Instance> running = running(context);
        boolean named = settings(context, Map.of()).passThrough("kafka").containsKey("bootstrap.servers");
        String http = running.size() == 1 ? running.getFirst().http() : null;
        if (named || http == null) {
            return Optional.empty();
        }
        Optional<String> token = new SecretSource(context.environment()).find(GatewayConfig.TOKEN_VARIABLE);
        return new LiveGateway(URI.create(http), token).read(path);
    }

    /** The data directory that is named; empty for whichever runs, or the usual one. */
    public Optional<Path> data() {
        return Optional.ofNullable(data);
    }

    /** The instances of {@code rota up} that may be meant. */
    public List<Instance> running(Context context) {
        return context.instances().running().stream()
                .filter(instance -> data == null
                        || instance.data().equals(data.toAbsolutePath().normalize()))
                .toList();
    }

    /** The one instance of {@code rota up} that is meant. */
    public Instance instance(Context context) {
        List<Instance> running = running(context);
        if (running.isEmpty()) {
            throw UserError.failed(
                    "no Rota runs on this machine" + (data == null ? "" : " with the data directory " + data)
                            + ": start it with ./rota up, or name a Kafka with --kafka HOST:PORT and its registry with --registry URL");
        }
        if (running.size() > 1) {
            throw UserError.usage("several instances of Rota run on this machine; choose one with --data: "
                    + String.join(
                            ", ",
                            running.stream()
                                    .map(instance -> instance.data().toString())
                                    .toList()));
        }
        return running.getFirst();
    }
}
