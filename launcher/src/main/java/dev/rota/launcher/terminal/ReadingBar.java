package dev.rota.launcher.terminal;

import dev.rota.client.kafka.TopicSnapshot;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A progress bar for a topic that is read, drawn once that takes long enough for somebody to wonder. For one thread.
 */
public final class ReadingBar implements TopicSnapshot.Progress, AutoCloseable {
    private static final long PATIENCE_NANOS = Duration.ofMillis(700).toNanos();

    private final Terminal terminal;
    private final String label;
    private final long start = System.nanoTime();
    private @Nullable ProgressBar bar;

    public ReadingBar(Terminal terminal, String label) {
        this.terminal = terminal;
        this.label = label;
    }

    @Override
    public void read(long done, long all) {
        if (bar == null && all > 0 && System.nanoTime() - start > PATIENCE_NANOS) {
            bar = new ProgressBar(terminal.err(), terminal.live(), label, all);
        }
        if (bar != null) {
            bar.show(done, "");
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
