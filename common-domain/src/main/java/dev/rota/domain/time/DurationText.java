package dev.rota.domain.time;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as people write them: {@code 250ms}, {@code 30s}, {@code 5m}, {@code 1.5h}, {@code 7d}, or ISO 8601
 * ({@code PT5M}). A day is 24 hours.
 */
public final class DurationText {
    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h|d)");
    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

    private DurationText() {}

    /** Reads a duration, or throws with the rule. */
    public static Duration parse(String text) {
        Matcher matcher = FORM.matcher(text.trim());
        if (matcher.matches()) {
            double millis = Double.parseDouble(matcher.group(1)) * millis(matcher.group(2));
            return Duration.ofMillis(Math.round(millis));
        }
        try {
            return Duration.parse(text.trim());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no duration; write a number and a unit (ms, s, m, h, d), such as 90s or 7d",
                    e);
        }
    }

    /** Writes a duration in its largest exact unit, so that {@link #parse} reads it back. */
    public static String format(Duration duration) {
        long millis = duration.toMillis();
        for (String unit : new String[] {"d", "h", "m", "s"}) {
            if (millis != 0 && millis % millis(unit) == 0) {
                return millis / millis(unit) + unit;
            }
        }
        return millis + "ms";
    }

    private static long millis(String unit) {
        return Objects.requireNonNull(MILLIS.get(unit));
    }
}
