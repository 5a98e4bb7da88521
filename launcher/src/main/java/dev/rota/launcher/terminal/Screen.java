package dev.rota.launcher.terminal;

import java.io.PrintStream;
import java.util.List;

/** A block of lines that is drawn over itself, by ANSI escapes (ECMA-48). */
public final class Screen {
    private final PrintStream out;
    private int drawn;

    public Screen(PrintStream out) {
        this.out = out;
    }

    /**
     * @param lines what to show; lines that are too long are cut, and those that do not fit below the others are left
     *     out
     * @param columns of the window
     * @param rows of the window; what has scrolled out of it could not be drawn over
     */
    public void draw(List<String> lines, int columns, int rows) {
        List<String> fitting = lines.subList(0, Math.min(lines.size(), Math.max(1, rows - 1)));
        StringBuilder text = new StringBuilder();
        if (drawn > 0) {
            text.append("\u001b[").append(Math.min(drawn, rows - 1)).append('A');
        }
        for (String line : fitting) {
            text.append("\u001b[2K").append(cut(line, columns)).append('\n');
        }
        text.append("\u001b[J");
        out.print(text);
        out.flush();
        drawn = fitting.size();
    }

    /** Writes a line above the block, where it stays. */
    public void above(String line) {
        out.print((drawn > 0 ? "\u001b[" + drawn + "A" : "") + "\u001b[J" + line + "\n");
        out.flush();
        drawn = 0;
    }

    // Escapes take no room on the screen, so they are not counted and never cut.
    static String cut(String line, int width) {
        StringBuilder kept = new StringBuilder();
        int shown = 0;
        boolean escape = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            escape = escape || c == '\u001b';
            if (escape || shown < width) {
                kept.append(c);
            }
            if (!escape) {
                shown++;
            } else if (c == 'm') {
                escape = false;
            }
        }
        return kept.toString();
    }
}
