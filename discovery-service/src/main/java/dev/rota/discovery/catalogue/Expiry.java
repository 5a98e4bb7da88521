package dev.rota.discovery.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Announced ends of models. Catalogues write a date, sometimes a time with it, and dates such as 2098-12-31 or
 * 9999-01-01 for "none".
 */
public final class Expiry {
    /** Nobody announces the end of a model ten years ahead: what is further away means "none". */
    private static final Duration FURTHEST = Duration.ofDays(3653);

    private static final Duration DAY = Duration.ofDays(1);

    private Expiry() {}

    /**
     * Reads an announced end; a date alone is that day's beginning.
     *
     * @return null where the text stands for "none"
     * @throws IllegalArgumentException if it is neither a date nor a date with a time
     */
    public static @Nullable Instant parse(String text, Instant now) {
        if (text.isBlank()) {
            return null;
        }
        return announced(instant(text.trim()), now);
    }

    /** The same for a time already read. */
    public static @Nullable Instant announced(Instant end, Instant now) {
        return end.isAfter(now.plus(FURTHEST)) ? null : end;
    }

    /**
     * Whether a model that is still listed is past its end. A date alone means "gone after that day", so the day itself
     * still belongs to the model.
     */
    public static boolean past(@Nullable Instant end, Instant now) {
        if (end == null) {
            return false;
        }
        boolean dateAlone = end.atOffset(ZoneOffset.UTC).toLocalTime().equals(LocalTime.MIDNIGHT);
        return !now.isBefore(dateAlone ? end.plus(DAY) : end);
    }

    private static Instant instant(String text) {
        try {
            return text.length() <= 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : text.endsWith("Z")
                            ? Instant.parse(text)
                            : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "an expiry must be a date such as 2026-12-31, with or without a time, not "
                            + CatalogueProblem.quote(text),
                    e);
        }
    }
}
