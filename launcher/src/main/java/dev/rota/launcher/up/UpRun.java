package dev.rota.launcher.up;

import dev.rota.discovery.DiscoveryService;
import dev.rota.discovery.SweepReport;
import dev.rota.domain.rotation.Rotation;
import dev.rota.json.JsonForms;
import dev.rota.launcher.Context;
import dev.rota.launcher.Logging;
import dev.rota.launcher.Rota;
import dev.rota.launcher.UserError;
import dev.rota.launcher.terminal.RotationTable;
import dev.rota.launcher.terminal.Terminal;
import dev.rota.launcher.terminal.Window;
import dev.rota.runtime.kafka.KafkaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** One run of {@code rota up}, from its start to its stop. */
public final class UpRun {
    private static final String SHOWN = "speed";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Context context;
    private final UpConfig config;
    private final UpFlags flags;
    private final Terminal terminal;

    public UpRun(Context context, UpConfig config, UpFlags flags) {
        this.context = context;
        this.config = config;
        this.flags = flags;
        this.terminal = context.terminal();
    }

    /**
     * Runs until it is done or asked to stop.
     *
     * @param json with {@code --once}, print the rotation as JSON
     * @return the exit code
     */
    public int run(boolean json) throws InterruptedException {
        Logging.toFile(logFile());
        // The stack closes before the signal is answered: the process ends when everything has stopped.
        try (StopSignal stop = new StopSignal();
                Stack stack = new Stack(config, context)) {
            long begin = System.nanoTime();
            terminal.err().println("starting, data in " + config.data());
            KafkaSettings kafka = stack.start();
            tell(stack, kafka, begin);
            return flags.once() ? once(stack, kafka, stop, json) : stay(stack, kafka, stop);
        }
    }

    private Path logFile() {
        Path logs = config.data().resolve("logs");
        try {
            Files.createDirectories(logs);
        } catch (IOException e) {
            throw UserError.failed("the data directory " + config.data() + " cannot be written: " + e.getMessage()
                    + "; choose another with --data DIR");
        }
        return logs.resolve("rota.log");
    }

    private void tell(Stack stack, KafkaSettings kafka, long begin) {
        terminal.err().println("Kafka on " + kafka.bootstrapServers() + ", schema registry on " + kafka.registryUrl());
        stack.http().ifPresent(http -> terminal.err().println("HTTP on " + http));
        stack.catalogues()
                .forEach(catalogue ->
                        terminal.err().println("catalogue " + catalogue.name() + " at " + catalogue.url()));
        if (config.simulator().isPresent()) {
            terminal.err()
                    .println("no real model is tested: every simulator/… model is played by the built-in simulator."
                            + " Set OPENROUTER_API_KEY, or name a provider with --catalogue, for real ones");
        }
        terminal.err().println("ready after " + (System.nanoTime() - begin) / 1_000_000 + " ms");
    }

    private int stay(Stack stack, KafkaSettings kafka, StopSignal stop) throws InterruptedException {
        EventFollower follower = new EventFollower(kafka, view());
        stack.follow(follower);
        stack.discovery(kafka, new SweepLines(follower::note)).start();
        while (!stop.await(Duration.ofSeconds(1))) {
            stack.throwIfFailed();
        }
        follower.note("stopping …");
        return Rota.DONE;
    }

    private View view() {
        if (!terminal.live()) {
            return new PlainView(terminal, context.clock());
        }
        try {
            return new LiveView(terminal, context.clock(), Window.open(), SHOWN);
        } catch (IOException e) {
            terminal.err().println("no live table: the terminal cannot be opened: " + e.getMessage());
            return new PlainView(terminal, context.clock());
        }
    }

    private int once(Stack stack, KafkaSettings kafka, StopSignal stop, boolean json) throws InterruptedException {
        DiscoveryService discovery = stack.discovery(kafka, new SweepLines(terminal.err()::println));
        SweepReport report = discovery.sweepOnce(PATIENCE);
        if (!report.anyAccepted()) {
            throw UserError.failed("no catalogue could be read, so nothing was tested; what was known before stays");
        }
        Map<String, Rotation> rotations = new OnceRun(kafka, config.ranking().applicationId(), stop, terminal)
                .await(report.probes().size());
        Rotation rotation = rotations.get(SHOWN);
        if (rotation == null) {
            throw UserError.failed("no rotation came out: no model of the catalogue was tested");
        }
        if (json) {
            terminal.out().println(JsonForms.ROTATION.write(rotation));
        } else {
            RotationTable.lines(rotation, context.clock().instant(), terminal).forEach(terminal.out()::println);
        }
        return Rota.DONE;
    }
}
