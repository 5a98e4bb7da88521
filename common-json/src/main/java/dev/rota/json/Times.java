package dev.rota.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * ISO 8601 times, to the millisecond, which is what events keep. The usual form, in UTC with at most three digits of
 * fraction, is read by hand: Java's general parser would take half the time of a whole line.
 */
final class Times {
    private static final String FORM = "dddd-dd-ddTdd:dd:dd";
    private static final int SECONDS_A_DAY = 86_400;

    private Times() {}

    /** The time; null if the text is none. */
    static @Nullable Instant parse(String text) {
        try {
            return usual(text)
                    ? byHand(text)
                    : OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static boolean usual(String text) {
        int length = text.length();
        if (length < 20 || length > 24 || length == 21 || text.charAt(length - 1) != 'Z') {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            if (FORM.charAt(i) == 'd' ? !digit(text.charAt(i)) : text.charAt(i) != FORM.charAt(i)) {
                return false;
            }
        }
        if (length > 20 && text.charAt(19) != '.') {
            return false;
        }
        for (int i = 20; i < length - 1; i++) {
            if (!digit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static Instant byHand(String text) {
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        int hour = below(24, number(text, 11, 13));
        int minute = below(60, number(text, 14, 16));
        int second = below(60, number(text, 17, 19));
        int millis = 0;
        for (int i = 20; i < 23; i++) {
            millis = millis * 10 + (i < text.length() - 1 ? text.charAt(i) - '0' : 0);
        }
        return Instant.ofEpochSecond(day * SECONDS_A_DAY + hour * 3_600L + minute * 60L + second, millis * 1_000_000L);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static int below(int limit, int value) {
        if (value >= limit) {
            throw new DateTimeException("out of range");
        }
        return value;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
