package dev.rota.launcher.terminal;

import java.io.PrintStream;
import java.time.Duration;

/**
 * A line that fills up as work is done: redrawn in place in a terminal, and elsewhere one line at the start and at each
 * tenth. Safe for use by many threads.
 */
public final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();

    private final PrintStream out;
    private final boolean live;
    private final String label;
    private final long total;
    private long drawnAt;
    private long drawnTenth = -1;
    private boolean open = true;

    /**
     * @param out where to draw, standard error as a rule
     * @param live whether {@code out} is a terminal
     * @param total the amount of work; must be positive
     */
    public ProgressBar(PrintStream out, boolean live, String label, long total) {
        if (total <= 0) {
            throw new IllegalArgumentException("total must be positive, not " + total);
        }
        this.out = out;
        this.live = live;
        this.label = label;
        this.total = total;
        this.drawnAt = System.nanoTime() - REDRAW_NANOS;
    }

    /** @param note what is being done, in a few words */
    public synchronized void show(long done, String note) {
        long tenth = done * 10 / total;
        boolean due = live ? System.nanoTime() - drawnAt >= REDRAW_NANOS || done >= total : tenth != drawnTenth;
        if (open && due) {
            drawnAt = System.nanoTime();
            drawnTenth = tenth;
            out.print(live ? "\r\u001b[2K" + bar(done, note) : bar(done, note) + System.lineSeparator());
            out.flush();
        }
    }

    private String bar(long done, String note) {
        int filled = (int) Math.min(WIDTH, done * WIDTH / total);
        return label + " [" + "█".repeat(filled) + "·".repeat(WIDTH - filled) + "] " + Math.min(done, total) + "/"
                + total + (note.isEmpty() ? "" : "  " + note);
    }

    /** Leaves the line as it is and goes to the next. */
    @Override
    public synchronized void close() {
        if (open && live && drawnTenth >= 0) {
            out.println();
        }
        open = false;
    }
}
