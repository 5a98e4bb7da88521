package dev.rota.launcher.terminal;

import java.util.ArrayList;
import java.util.List;

/** Columns of text, as wide as their widest cell; numbers to the right. */
public final class Table {
    private final List<String> header;
    private final List<Boolean> right;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param columns names of the columns; a name that begins with {@code >} has its cells to the right */
    public Table(String... columns) {
        right = List.of(columns).stream().map(name -> name.startsWith(">")).toList();
        header = List.of(columns).stream()
                .map(name -> name.startsWith(">") ? name.substring(1) : name)
                .toList();
    }

    public Table row(String... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException("a row has " + cells.length + " cells, the table " + header.size());
        }
        rows.add(List.of(cells));
        return this;
    }

    public int size() {
        return rows.size();
    }

    /** The header and the rows, one line each, without white space at their ends. */
    public List<String> lines() {
        List<List<String>> all = new ArrayList<>();
        all.add(header);
        all.addAll(rows);
        int[] widths = new int[header.size()];
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return all.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - row.get(i).length());
            line.append(i == 0 ? "" : "  ");
            line.append(right.get(i) ? padding + row.get(i) : row.get(i) + padding);
        }
        return line.toString().stripTrailing();
    }
}
