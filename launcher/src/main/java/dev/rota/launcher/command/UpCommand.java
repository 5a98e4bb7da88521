package dev.rota.launcher.command;

import dev.rota.launcher.Context;
import dev.rota.launcher.options.ConfigFile;
import dev.rota.launcher.options.KafkaOptions;
import dev.rota.launcher.up.UpFlags;
import dev.rota.launcher.up.UpPlan;
import dev.rota.launcher.up.UpRun;
import dev.rota.runtime.config.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = {
            "All of Rota on this machine: Kafka, schema registry, discovery, testers, ranking, HTTP.",
            "Without an API key it tests the models of the built-in simulator; with OPENROUTER_API_KEY set, OpenRouter's."
        },
        footer = {"", "Example: ./rota up --once --catalogue mine=http://localhost:11434/v1"})
final class UpCommand extends Subcommand {
    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(names = "--once", description = "One sweep, all its probes, the rotation printed; then stop.")
    private boolean once;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where everything is kept. Default: data in Rota's directory.")
    private @Nullable Path data;

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "HTTP port on loopback; 0 takes a free one. Default: 8080.")
    private @Nullable Integer port;

    @Option(names = "--testers", paramLabel = "N", description = "How many tester workers. Default: ${DEFAULT-VALUE}.")
    private int testers = 1;

    @Option(
            names = "--catalogue",
            paramLabel = "C",
            description = "simulator, openrouter, a URL (…/v1) or NAME=URL; may be repeated.")
    private List<String> catalogues = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the simulator. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--config", paramLabel = "FILE", description = "Configuration; default: rota.yaml where it exists.")
    private @Nullable Path config;

    @Option(names = "--json", description = "With --once: the rotation as one JSON object.")
    private boolean json;

    UpCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> flags = new HashMap<>(kafka.flags());
        if (port != null) {
            flags.put("gateway.port", Integer.toString(port));
        }
        UpFlags up = new UpFlags(once, data, testers, catalogues, seed);
        flags.put("ranking.stateDir", up.dataDirectory().resolve("ranking").toString());
        Settings settings = Settings.load(ConfigFile.choose(config), context().environment(), flags);
        return new UpRun(context(), UpPlan.of(up, settings, context()), up).run(json);
    }
}
