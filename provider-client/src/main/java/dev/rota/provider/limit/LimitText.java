package dev.rota.provider.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads waits from the words of an error: "try again in 7.66s", "Resets at 10:00 UTC", "back off for 120 seconds". */
public final class LimitText {
    private static final Pattern WAIT = Pattern.compile(
            "(?i)(?:again|retry|back off|wait|reset(?:s)?)\\b[^.\\d]{0,40}?(?:in|for|after)\\s+(?:at least\\s+)?(?:about\\s+)?"
                    + "(\\d{1,6}(?:\\.\\d{1,6})?)\\s*(ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hours?)?(?![A-Za-z])"
                    + "(?:(\\d{1,5}(?:\\.\\d{1,6})?)s\\b)?");

    private static final Pattern CLOCK =
            Pattern.compile("(?i)resets?\\s+at\\s+(\\d{1,2}):(\\d{2})(?::\\d{2})?\\s*(?:utc|gmt|z)\\b");

    private LimitText() {}

    /** What the words say; nothing if they don't. */
    public static RateLimits read(String words, Instant now) {
        Matcher clock = CLOCK.matcher(words);
        if (clock.find()) {
            return new RateLimits(null, null, at(clock, now), null);
        }
        // A wait such as 1m2.5s has no space between its parts.
        Matcher wait = WAIT.matcher(words);
        return wait.find() ? new RateLimits(null, null, null, wait(wait)) : RateLimits.UNKNOWN;
    }

    private static @Nullable Instant at(Matcher clock, Instant now) {
        int hour = Integer.parseInt(clock.group(1));
        int minute = Integer.parseInt(clock.group(2));
        if (hour > 23 || minute > 59) {
            return null;
        }
        Instant today =
                now.atOffset(ZoneOffset.UTC).with(LocalTime.of(hour, minute)).toInstant();
        return today.isAfter(now) ? today : today.plus(Duration.ofDays(1));
    }

    private static Duration wait(Matcher wait) {
        double number = Double.parseDouble(wait.group(1));
        String unit = wait.group(2) == null ? "s" : wait.group(2).toLowerCase(Locale.ROOT);
        double millis = number * unitMillis(unit);
        String seconds = wait.group(3);
        if (seconds != null) {
            millis += Double.parseDouble(seconds) * 1000;
        }
        return Duration.ofMillis((long) Math.ceil(millis));
    }

    private static double unitMillis(String unit) {
        if (unit.startsWith("ms") || unit.startsWith("mil")) {
            return 1;
        }
        return switch (unit.charAt(0)) {
            case 'h' -> 3_600_000;
            case 'm' -> 60_000;
            default -> 1_000;
        };
    }
}
