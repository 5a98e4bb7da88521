package dev.rota.report.text;

import dev.rota.report.content.Comparison;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures for people. */
public final class Figures {
    private static final double SAME_LATENCY = 0.03;

    /** For what is not known. */
    public static final String NONE = "–";

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Figures() {}

    /** {@code 87 ms}, {@code 0.88 s}, {@code 15.7 s}, {@code 2.4 min}. */
    public static String millis(@Nullable Double millis) {
        if (millis == null) {
            return NONE;
        }
        if (millis < 99.5) {
            return format("%.0f ms", millis);
        }
        if (millis < 9_995) {
            return format("%.2f s", millis / 1_000);
        }
        return millis < 119_500 ? format("%.1f s", millis / 1_000) : format("%.1f min", millis / 60_000);
    }

    /** {@code 97 %}; {@code 99.7 %} where the nearest whole number would say all or none. */
    public static String percent(@Nullable Double fraction) {
        if (fraction == null) {
            return NONE;
        }
        double hundred = fraction * 100;
        if (hundred > 0 && hundred < 0.05) {
            return "under 0.1 %";
        }
        if (hundred < 100 && hundred > 99.95) {
            return "over 99.9 %";
        }
        boolean edge = hundred > 0 && hundred < 100 && (hundred < 1 || hundred > 99);
        return format(edge ? "%.1f %%" : "%.0f %%", hundred);
    }

    /** Quality from 0 to 1 as {@code 4.6}, of five. */
    public static String ofFive(@Nullable Double quality) {
        return quality == null ? NONE : format("%.1f", quality * 5);
    }

    /** {@code 3,724}. */
    public static String count(long number) {
        return format("%,d", number);
    }

    /** {@code 1 model}, {@code 3,724 models}. */
    public static String counted(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /** {@code 131k}, {@code 1M}, or {@link #NONE} for 0, which catalogues say for unknown. */
    public static String tokens(@Nullable Long tokens) {
        if (tokens == null || tokens == 0) {
            return NONE;
        }
        if (tokens < 10_000) {
            return count(tokens);
        }
        return tokens < 1_000_000
                ? format("%.0fk", tokens / 1_000.0)
                : format("%.1fM", tokens / 1_000_000.0).replace(".0M", "M");
    }

    public static String dollars(double dollars) {
        return format(dollars < 0.01 ? "$%.5f" : "$%.2f", dollars);
    }

    /** {@code 2026-08-22 10:00}, in UTC. */
    public static String minute(Instant time) {
        return MINUTE.format(time);
    }

    /** {@code 2026-08-22}, in UTC. */
    public static String day(Instant time) {
        return DAY.format(time);
    }

    /** {@code 12 s}, {@code 5 min}, {@code 3 h}, {@code 9 days}. */
    public static String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 7_200) {
            return seconds / 60 + " min";
        }
        return seconds < 172_800 ? seconds / 3_600 + " h" : seconds / 86_400 + " days";
    }

    /** A figure of a comparison in its unit. */
    public static String of(Comparison.Unit unit, @Nullable Double value) {
        if (value == null) {
            return NONE;
        }
        return switch (unit) {
            case COUNT -> count(Math.round(value));
            case MILLIS -> millis(value);
            case FRACTION -> percent(value);
            case QUALITY -> ofFive(value) + " of 5";
        };
    }

    /**
     * The change of a comparison: {@code +20}, {@code −62 %}, {@code +20 points}; {@code same} where it is less than is
     * shown, or, for a latency, than two measurements of the same thing differ by; empty without one.
     */
    public static String change(Comparison comparison) {
        Double before = comparison.before();
        Double after = comparison.after();
        if (before == null || after == null) {
            return "";
        }
        double difference = after - before;
        String change = switch (comparison.unit()) {
            case COUNT -> format("%+,d", Math.round(difference));
            case MILLIS -> {
                Double share = comparison.change();
                yield share == null ? "" : Math.abs(share) < SAME_LATENCY ? "same" : format("%+.0f %%", share * 100);
            }
            case FRACTION -> format("%+.0f points", difference * 100);
            case QUALITY -> format("%+.1f", difference * 5);
        };
        return change.matches("[+-][0.]+( %| points)?") ? "same" : change.replace('-', '−');
    }

    /** A tier's name for people. */
    public static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** With the root locale, so that figures look the same everywhere. */
    @SuppressWarnings("AnnotateFormatMethod") // called with literals only
    public static String format(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
