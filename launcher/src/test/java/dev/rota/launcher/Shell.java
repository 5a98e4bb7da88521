package dev.rota.launcher;

import dev.rota.launcher.instance.Instances;
import dev.rota.launcher.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Commands as a user would type them, run in this JVM; each has streams of its own. */
final class Shell {
    private final Path instances;

    /** @param instances where running instances are noted; commands of one shell find each other there */
    Shell(Path instances) {
        this.instances = instances;
    }

    /** Runs a command to its end. */
    Ran run(String... args) {
        Streams streams = new Streams();
        int code = Rota.run(streams.context(instances), args);
        return new Ran(code, streams.out(), streams.err());
    }

    /** Starts a command that goes on. */
    Running start(String... args) {
        Streams streams = new Streams();
        Thread thread =
                Thread.ofPlatform().name("command " + args[0]).start(() -> Rota.run(streams.context(instances), args));
        return new Running(thread, streams);
    }

    record Ran(int code, String out, String err) {}

    record Running(Thread thread, Streams streams) implements AutoCloseable {
        String out() {
            return streams.out();
        }

        String err() {
            return streams.err();
        }

        /** Asks it to stop as a signal would, and waits until all of it has. */
        @Override
        public void close() {
            thread.interrupt();
            try {
                if (!thread.join(Duration.ofSeconds(60))) {
                    throw new AssertionError(thread.getName() + " did not stop within a minute: " + err());
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private record Streams(ByteArrayOutputStream outBytes, ByteArrayOutputStream errBytes) {
        Streams() {
            this(new ByteArrayOutputStream(), new ByteArrayOutputStream());
        }

        Context context(Path instances) {
            Terminal terminal = new Terminal(print(outBytes), print(errBytes), false, false);
            return new Context(terminal, Map.of(), new Instances(instances), Clock.systemUTC());
        }

        String out() {
            return outBytes.toString(StandardCharsets.UTF_8);
        }

        String err() {
            return errBytes.toString(StandardCharsets.UTF_8);
        }

        private static PrintStream print(ByteArrayOutputStream bytes) {
            return new PrintStream(bytes, true, StandardCharsets.UTF_8);
        }
    }
}
