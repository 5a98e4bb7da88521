package dev.rota.ranking.explain;

import java.util.Locale;

/** Figures in sentences. */
final class Figures {
    private Figures() {}

    static String seconds(double millis) {
        return format(millis < 10_000 ? "%.2f s" : "%.1f s", millis / 1000);
    }

    @SuppressWarnings("AnnotateFormatMethod") // called with literals only
    static String format(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
