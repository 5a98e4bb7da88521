package dev.rota.launcher;

import dev.rota.launcher.instance.Instance;
import dev.rota.launcher.instance.Instances;
import dev.rota.launcher.terminal.Terminal;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs the commands that read, once each, against the one instance that runs here: at build time the JVM notes what
 * they need and keeps it ready, so that the same commands start fast. What they print goes nowhere.
 */
final class Rehearsal {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("rotation"),
            List.of("rotation", "--json"),
            List.of("models"),
            List.of("models", "--json"),
            List.of("changes"),
            List.of("changes", "--json"),
            List.of("find", "llama"),
            List.of("explain", "llama", "--json"),
            List.of("export", "env", "--allow-simulated"),
            List.of("history", "--json"),
            List.of("doctor"),
            List.of("doctor", "--json"),
            List.of("report"));

    private Rehearsal() {}

    public static void main(String[] args) {
        Instance instance = Instances.ofHome().running().getFirst();
        Context context = unheard();
        List<String> kafka = List.of("--kafka", instance.kafka(), "--registry", instance.registry());
        for (List<String> command : COMMANDS) {
            int _ = Rota.run(context, command.toArray(String[]::new));
            int _ = Rota.run(
                    context, Stream.concat(command.stream(), kafka.stream()).toArray(String[]::new));
        }
        System.exit(Rota.DONE);
    }

    /** Where commands run as in this process's terminal, but nobody reads what they print. */
    static Context unheard() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal real = Terminal.ofProcess();
        return new Context(
                new Terminal(nowhere, nowhere, real.live(), real.colours()),
                Map.of(),
                Instances.ofHome(),
                Clock.systemUTC());
    }
}
