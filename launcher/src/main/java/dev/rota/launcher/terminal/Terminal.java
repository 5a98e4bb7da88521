package dev.rota.launcher.terminal;

import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes: data to {@code out}, everything else to {@code err}.
 *
 * @param live whether a person watches {@code err} in a terminal that can redraw lines
 * @param colours whether {@code out} may have colours
 */
public record Terminal(PrintStream out, PrintStream err, boolean live, boolean colours) {
    /** The process's own streams. {@code NO_COLOR} and {@code TERM=dumb} are respected. */
    @SuppressWarnings("SystemConsoleNull") // whatever Error Prone holds, the JDK may still return null
    public static Terminal ofProcess() {
        Console console = System.console();
        boolean terminal = console != null && console.isTerminal();
        boolean able = !"dumb".equals(System.getenv("TERM"));
        return new Terminal(
                System.out, System.err, terminal && able, terminal && able && System.getenv("NO_COLOR") == null);
    }

    /** {@code out} for those who want a writer. */
    public PrintWriter printWriter() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    /** {@code err} for those who want a writer. */
    public PrintWriter errorWriter() {
        return new PrintWriter(err, true, StandardCharsets.UTF_8);
    }

    public String bold(String text) {
        return colours ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    public String dim(String text) {
        return colours ? "\u001b[2m" + text + "\u001b[0m" : text;
    }

    public String green(String text) {
        return colours ? "\u001b[32m" + text + "\u001b[0m" : text;
    }

    public String red(String text) {
        return colours ? "\u001b[31m" + text + "\u001b[0m" : text;
    }
}
