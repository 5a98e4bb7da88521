package dev.rota.report.content;

import dev.rota.domain.model.ModelId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Models that came, went, and will go.
 *
 * @param known whether catalogues were read; if not, what tests met is told instead
 * @param arrivals new and returned models, the newest first
 * @param departures vanished models, the newest first
 * @param leaving models whose end is announced, the nearest first
 */
public record Availability(boolean known, List<Arrival> arrivals, List<Departure> departures, List<Leaving> leaving) {
    public Availability {
        arrivals = List.copyOf(arrivals);
        departures = List.copyOf(departures);
        leaving = List.copyOf(leaving);
    }

    /** Departures that were announced. */
    public long announced() {
        return departures.stream().filter(gone -> gone.announcedFor() != null).count();
    }

    /**
     * A model that came.
     *
     * @param at when it was first seen, or seen again
     * @param returned whether it had been there before
     */
    public record Arrival(ModelId model, Instant at, boolean returned) {}

    /**
     * A model that went.
     *
     * @param at when it counted as gone; from tests alone, when it first failed for good
     * @param announcedFor the end that its catalogue had announced; null if it went without notice
     * @param noticeMs how long before its end the announcement was seen; null if that is not known
     * @param positionBefore its position at the range's start; null if it was not in the rotation
     */
    public record Departure(
            ModelId model,
            Instant at,
            @Nullable Instant announcedFor,
            @Nullable Long noticeMs,
            @Nullable Integer positionBefore) {}

    /**
     * A model that will go.
     *
     * @param at the announced end
     * @param position in the rotation; null if it is not in
     */
    public record Leaving(
            ModelId model, Instant at, @Nullable Integer position) {}
}
