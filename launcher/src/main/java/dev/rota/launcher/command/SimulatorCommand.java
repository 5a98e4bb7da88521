package dev.rota.launcher.command;

import dev.rota.launcher.Context;
import dev.rota.launcher.Logging;
import dev.rota.launcher.Rota;
import dev.rota.launcher.UserError;
import dev.rota.launcher.up.StopSignal;
import dev.rota.simulator.ProviderSimulator;
import dev.rota.simulator.SimulatorConfig;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "simulator",
        description = "Run the provider simulator alone: an OpenRouter-compatible server whose models are played.",
        footer = {"", "Example: ./rota simulator --models catalogue.json.gz --port 9099"})
final class SimulatorCommand extends Subcommand {
    @Option(names = "--models", paramLabel = "FILE", description = "Body of a GET /models to serve, plain or gzipped.")
    private @Nullable Path models;

    @Option(names = "--scenario", paramLabel = "FILE", description = "YAML scenario to play; default: the stock one.")
    private @Nullable Path scenario;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed gives the same answers. Default: ${DEFAULT-VALUE}.")
    private long seed = SimulatorConfig.DEFAULT_SEED;

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "Port on loopback; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port = 8090;

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "Address to listen on. Default: 127.0.0.1.")
    private InetAddress bind = InetAddress.getLoopbackAddress();

    SimulatorCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws InterruptedException {
        Logging.toConsole();
        try (StopSignal stop = new StopSignal();
                ProviderSimulator simulator = new ProviderSimulator(config())) {
            simulator.start();
            say("simulator on " + simulator.baseUrl() + "; Ctrl-C stops it");
            while (!stop.await(Duration.ofHours(1))) {
                // Nothing to do but to be there.
            }
        }
        return Rota.DONE;
    }

    private SimulatorConfig config() {
        if (port < 0 || port > 65_535) {
            throw UserError.usage("--port must be from 0 to 65535, not " + port);
        }
        SimulatorConfig config = SimulatorConfig.stock()
                .withPort(port)
                .withBind(bind)
                .withSeed(seed)
                .withModelsFile(models);
        return scenario == null ? config : config.withScenarioFile(scenario);
    }
}
