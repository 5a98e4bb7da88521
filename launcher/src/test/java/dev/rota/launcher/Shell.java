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
public final class Shell {
    private final Path instances;
    private final Map<String, String> environment;
    private final Clock clock;

    /** @param instances where running instances are noted; commands of one shell find each other there */
    public Shell(Path instances) {
        this(instances, Map.of(), Clock.systemUTC());
    }

    private Shell(Path instances, Map<String, String> environment, Clock clock) {
        this.instances = instances;
        this.environment = environment;
        this.clock = clock;
    }

    /** The same with these variables of the environment, and no others. */
    public Shell with(Map<String, String> variables) {
        return new Shell(instances, variables, clock);
    }

    /** The same on a machine whose clock differs from this one's. */
    public Shell clockOff(Duration by) {
        return new Shell(instances, environment, Clock.offset(clock, by));
    }

    /** Runs a command to its end. */
    public Ran run(String... args) {
        Streams streams = new Streams();
        int code = Rota.run(streams.context(instances, environment, clock), args);
        return new Ran(code, streams.out(), streams.err());
    }

    /** Starts a command that goes on. */
    public Running start(String... args) {
        Streams streams = new Streams();
        Thread thread = Thread.ofPlatform()
                .name("command " + args[0])
                .start(() -> Rota.run(streams.context(instances, environment, clock), args));
        return new Running(thread, streams);
    }

    public record Ran(int code, String out, String err) {}

    public record Running(Thread thread, Streams streams) implements AutoCloseable {
        public String out() {
            return streams.out();
        }

        public String err() {
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

    record Streams(ByteArrayOutputStream outBytes, ByteArrayOutputStream errBytes) {
        Streams() {
            this(new ByteArrayOutputStream(), new ByteArrayOutputStream());
        }

        Context context(Path instances, Map<String, String> environment, Clock clock) {
            Terminal terminal = new Terminal(print(outBytes), print(errBytes), false, false);
            return new Context(terminal, environment, new Instances(instances), clock);
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
