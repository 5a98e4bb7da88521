package dev.rota.report.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of figures as a line of blocks, the highest figure the tallest block. */
public final class Spark {
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";

    private Spark() {}

    /** One block a figure; a blank where there is none. */
    public static String of(List<? extends @Nullable Double> values) {
        double top = 0;
        for (Double value : values) {
            top = Math.max(top, value == null ? 0 : value);
        }
        StringBuilder line = new StringBuilder();
        for (Double value : values) {
            int step = value == null || top == 0 ? 0 : (int) Math.min(7, value / top * 8);
            line.append(value == null ? ' ' : BLOCKS.charAt(step));
        }
        return line.toString();
    }
}
