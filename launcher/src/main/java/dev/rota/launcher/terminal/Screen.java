package dev.rota.launcher.terminal;

import java.io.PrintStream;
import java.util.List;

/** A block of lines that is drawn over itself, by ANSI escapes (ECMA-48). Lines are cut to the terminal's width. */
public final class Screen {
    private static final int DEFAULT_WIDTH = 160;

    private final PrintStream out;
    private int drawn;

    public Screen(PrintStream out) {
        this.out = out;
    }

    public void draw(List<String> lines) {
        StringBuilder text = new StringBuilder();
        if (drawn > 0) {
            text.append("\u001b[").append(drawn).append('A');
        }
        for (String line : lines) {
            text.append("\u001b[2K").append(cut(line, width())).append('\n');
        }
        text.append("\u001b[J");
        out.print(text);
        out.flush();
        drawn = lines.size();
    }

    private static int width() {
        try {
            return Math.max(40, Integer.parseInt(System.getenv().getOrDefault("COLUMNS", "" + DEFAULT_WIDTH)));
        } catch (NumberFormatException _) {
            return DEFAULT_WIDTH;
        }
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
