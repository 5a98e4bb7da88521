package dev.rota.launcher.history;

import dev.rota.domain.time.DurationText;
import dev.rota.launcher.UserError;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a history a replay shows.
 *
 * @param from what happened before is not shown; null for all
 * @param until results that start later are left out; null for none
 */
public record ReplayWindow(@Nullable Instant from, @Nullable Instant until) {
    /** Reads the options; ages are told from now. */
    public static ReplayWindow of(@Nullable String from, @Nullable String to, @Nullable String at, Clock clock) {
        if (at != null && (from != null || to != null)) {
            throw UserError.usage("--at is one moment and goes with neither --from nor --to");
        }
        Instant first = time("--from", from, clock);
        Instant last = at == null ? time("--to", to, clock) : time("--at", at, clock);
        if (first != null && last != null && first.isAfter(last)) {
            throw UserError.usage("--from " + first + " is after --to " + last + "; exchange them");
        }
        return new ReplayWindow(first, last);
    }

    /** Whether what happened at a time is shown. */
    public boolean shows(Instant time) {
        return from == null || !time.isBefore(from);
    }

    private static @Nullable Instant time(String option, @Nullable String text, Clock clock) {
        if (text == null) {
            return null;
        }
        try {
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return text.contains("T") && text.length() > 10
                    ? Instant.parse(text)
                    : clock.instant().minus(DurationText.parse(text));
        } catch (DateTimeException | IllegalArgumentException _) {
            throw UserError.usage(
                    option + " must be a time such as 2026-08-22, 2026-08-22T10:00:00Z or an age such as 7d, not \""
                            + text + "\"");
        }
    }
}
