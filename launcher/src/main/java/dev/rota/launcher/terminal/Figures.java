package dev.rota.launcher.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as people read them. */
public final class Figures {
    private Figures() {}

    /** Milliseconds as {@code 87 ms}, {@code 3.1 s}, {@code 2.4 min}; a dash for none. */
    public static String millis(@Nullable Double millis) {
        if (millis == null) {
            return "–";
        }
        if (millis < 999.5) {
            return String.format(Locale.ROOT, "%.0f ms", millis);
        }
        return millis < 119_500
                ? String.format(Locale.ROOT, "%.1f s", millis / 1_000)
                : String.format(Locale.ROOT, "%.1f min", millis / 60_000);
    }

    /** A fraction as {@code 97 %}; a dash for none. */
    public static String percent(@Nullable Double fraction) {
        return fraction == null ? "–" : String.format(Locale.ROOT, "%.0f %%", fraction * 100);
    }

    /** Quality from 0 to 1 as {@code 4.6/5}; a dash for none. */
    public static String quality(@Nullable Double quality) {
        return quality == null ? "–" : String.format(Locale.ROOT, "%.1f/5", quality * 5);
    }

    /** Four digits, for a figure of no fixed unit; a dash for none. */
    public static String compact(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.4g", value);
    }

    /** How long ago: {@code 12 s}, {@code 5 min}, {@code 3 h}, {@code 9 d}; a dash for never. */
    public static String ago(@Nullable Instant then, Instant now) {
        if (then == null) {
            return "–";
        }
        long seconds = Math.max(0, Duration.between(then, now).toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 7_200) {
            return seconds / 60 + " min";
        }
        return seconds < 172_800 ? seconds / 3_600 + " h" : seconds / 86_400 + " d";
    }
}
