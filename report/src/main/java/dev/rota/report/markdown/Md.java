package dev.rota.report.markdown;

import dev.rota.report.text.Untrusted;
import java.util.ArrayList;
import java.util.List;

/** Markdown, piece by piece. Whatever is passed in is text: nothing in it can become markup, a link or HTML. */
final class Md {
    private static final String MARKUP = "\\`*_[]|~$";

    private final StringBuilder text = new StringBuilder();

    Md heading(int level, String title) {
        return gap().add("#".repeat(level) + " " + escape(title) + "\n");
    }

    Md paragraph(String words) {
        return gap().add(escape(words) + "\n");
    }

    Md note(String words) {
        return gap().add("> " + escape(words) + "\n");
    }

    Md bullets(List<String> lines) {
        gap();
        lines.forEach(line -> add("- " + escape(line) + "\n"));
        return this;
    }

    /** Text in which every character has the same width; only for what this module made itself. */
    Md fenced(List<String> lines) {
        gap().add("```text\n");
        lines.forEach(line -> add(line.replace('`', '\'') + "\n"));
        return add("```\n");
    }

    /** @param columns names of the columns; one that begins with {@code >} has its cells to the right */
    Md table(List<String> columns, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        List<String> names = new ArrayList<>();
        List<String> rule = new ArrayList<>();
        for (String column : columns) {
            boolean right = column.startsWith(">");
            names.add(right ? column.substring(1) : column);
            rule.add(right ? "---:" : "---");
        }
        gap();
        row(names);
        add("| " + String.join(" | ", rule) + " |\n");
        rows.forEach(this::row);
        return this;
    }

    private void row(List<String> cells) {
        add("| " + String.join(" | ", cells.stream().map(Md::escape).toList()) + " |\n");
    }

    private Md gap() {
        return text.isEmpty() ? this : add("\n");
    }

    private Md add(String markdown) {
        text.append(markdown);
        return this;
    }

    /** Text as text: on one line, markup escaped, addresses not turned into links. */
    static String escape(String words) {
        StringBuilder escaped = new StringBuilder();
        for (char c : Untrusted.plain(words).toCharArray()) {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '@' -> escaped.append("&#64;");
                default -> escaped.append(MARKUP.indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        String line = escaped.toString().replace("://", "&#58;//").replaceAll("(?i)(www)\\.", "$1&#46;");
        // What begins a heading, a list or a rule at the start of a line.
        return line.replaceFirst("^([-=+#])", "\\\\$1").replaceFirst("^(\\d+)([.)])( |$)", "$1\\\\$2$3");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
