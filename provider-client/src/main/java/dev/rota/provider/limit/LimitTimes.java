package dev.rota.provider.limit;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the times that providers put into headers and bodies. Each method gives null for what is no such time. */
final class LimitTimes {
    /** At most 12 digits before the point: more is no time of this epoch, and would overflow. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(?:\\.\\d{1,9})?");

    /** {@code 1h2m3.5s}, {@code 59.1s}, {@code 120ms}. */
    private static final Pattern DURATION = Pattern.compile(
            "(?:(\\d{1,4})d)?(?:(\\d{1,4})h)?(?:(\\d{1,5})m(?!s))?(?:(\\d{1,7}(?:\\.\\d{1,9})?)s)?(?:(\\d{1,9}(?:\\.\\d{1,9})?)ms)?");

    private static final double EPOCH_SECONDS_FROM = 1e9;
    private static final double EPOCH_MILLIS_FROM = 1e11;
    private static final double EPOCH_MILLIS_TO = 1e13;

    private LimitTimes() {}

    /** Seconds, an HTTP date, or a duration with units. */
    static @Nullable Duration delay(String text, Instant providersNow) {
        String value = text.strip();
        if (NUMBER.matcher(value).matches()) {
            double seconds = Double.parseDouble(value);
            return seconds < EPOCH_SECONDS_FROM ? millis(seconds * 1000) : null;
        }
        Instant date = httpDate(value);
        if (date != null) {
            Duration wait = Duration.between(providersNow, date);
            return wait.isNegative() ? Duration.ZERO : wait;
        }
        return duration(value);
    }

    /** Epoch seconds, epoch milliseconds, seconds from now, a duration, an HTTP or ISO 8601 date. */
    static @Nullable Instant moment(String text, Instant providersNow) {
        String value = text.strip();
        if (NUMBER.matcher(value).matches()) {
            return fromNumber(Double.parseDouble(value), providersNow);
        }
        Duration duration = duration(value);
        if (duration != null) {
            return providersNow.plus(duration);
        }
        Instant date = httpDate(value);
        return date != null ? date : isoDate(value);
    }

    static @Nullable Instant httpDate(String text) {
        try {
            return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }

    static @Nullable Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text.strip());
        if (!matcher.matches() || text.isBlank()) {
            return null;
        }
        double millis = part(matcher.group(1), 86_400_000)
                + part(matcher.group(2), 3_600_000)
                + part(matcher.group(3), 60_000)
                + part(matcher.group(4), 1_000)
                + part(matcher.group(5), 1);
        return millis(millis);
    }

    private static double part(@Nullable String number, double unit) {
        return number == null ? 0 : Double.parseDouble(number) * unit;
    }

    private static Duration millis(double millis) {
        return Duration.ofMillis((long) Math.ceil(millis));
    }

    private static @Nullable Instant fromNumber(double number, Instant providersNow) {
        if (number >= EPOCH_MILLIS_TO) {
            return null;
        }
        if (number >= EPOCH_MILLIS_FROM) {
            return Instant.ofEpochMilli((long) number);
        }
        return number >= EPOCH_SECONDS_FROM
                ? Instant.ofEpochMilli((long) (number * 1000))
                : providersNow.plus(millis(number * 1000));
    }

    private static @Nullable Instant isoDate(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
