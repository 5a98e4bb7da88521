package dev.rota.launcher.export;

import dev.rota.launcher.terminal.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A user's command, run when a file has changed, one at a time: of changes during a run only the last is told, by one
 * further run. {@code ROTA_FILE} names the file. What it prints goes to standard error.
 */
final class Hook implements AutoCloseable {
    private final @Nullable String command;
    private final Path file;
    private final Terminal terminal;
    private final Semaphore changes = new Semaphore(0);
    private @Nullable Thread thread;

    Hook(@Nullable String command, Path file, Terminal terminal) {
        this.command = command;
        this.file = file;
        this.terminal = terminal;
    }

    void start() {
        String run = command;
        if (run != null) {
            thread = Thread.ofVirtual().name("export-command").start(() -> loop(run));
        }
    }

    void changed() {
        changes.release();
    }

    private void loop(String run) {
        try {
            while (true) {
                changes.acquire();
                changes.drainPermits();
                run(run);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(String run) throws InterruptedException {
        Process process;
        try {
            ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", run).redirectErrorStream(true);
            builder.environment().put("ROTA_FILE", file.toAbsolutePath().toString());
            process = builder.start();
        } catch (IOException e) {
            terminal.err().println("--run: the shell cannot be started: " + e.getMessage());
            return;
        }
        try (BufferedReader said = process.inputReader()) {
            process.getOutputStream().close();
            said.lines().forEach(terminal.err()::println);
            int code = process.waitFor();
            if (code != 0) {
                terminal.err().println("--run: \"" + run + "\" ended with code " + code);
            }
        } catch (IOException e) {
            terminal.err().println("--run: what the command said cannot be read: " + e.getMessage());
        } finally {
            process.destroy();
        }
    }

    /** Ends a command that still runs. */
    @Override
    public void close() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            try {
                boolean _ = running.join(Duration.ofSeconds(5));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
