package dev.rota.launcher.terminal;

import java.io.IOException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The size of the terminal's window, which a person may change at any moment. */
public final class Window implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Window.class);
    private static final Size USUAL = new Size(80, 24);

    private final Terminal terminal;

    private Window(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Opens the process's own terminal; where its size cannot be known it is the usual 80 by 24. */
    public static Window open() throws IOException {
        return new Window(TerminalBuilder.builder()
                .system(true)
                .systemOutput(TerminalBuilder.SystemOutput.SysErr)
                .dumb(true)
                .nativeSignals(false)
                .build());
    }

    /** Characters a line; at least 1. */
    public int columns() {
        return positive(terminal.getSize().getColumns(), USUAL.getColumns());
    }

    /** Lines; at least 1. */
    public int rows() {
        return positive(terminal.getSize().getRows(), USUAL.getRows());
    }

    private static int positive(int known, int otherwise) {
        return known > 0 ? known : otherwise;
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            LOG.warn("the terminal could not be given back", e);
        }
    }
}
