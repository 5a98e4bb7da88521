package dev.rota.report.build;

import dev.rota.domain.model.ModelId;
import dev.rota.report.content.Availability;
import dev.rota.report.history.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A model's coming and going as tests met it, where no catalogue is known. */
final class Sightings {
    /** Models first tested so soon after the first test of all are no arrivals: testing had just begun. */
    private static final Duration BEGINNING = Duration.ofDays(1);

    private @Nullable Instant first;
    private @Nullable Instant gone;
    private boolean answered;

    private Sightings() {}

    static Availability of(Scene scene) {
        Map<ModelId, Sightings> models = new TreeMap<>();
        for (Seen seen : scene.input().results().results()) {
            if (seen.atMs() <= scene.to().toEpochMilli() && seen.counts()) {
                models.computeIfAbsent(seen.model(), _ -> new Sightings()).take(seen);
            }
        }
        Instant begun = scene.input().results().oldest();
        List<Availability.Arrival> arrivals = new ArrayList<>();
        List<Availability.Departure> departures = new ArrayList<>();
        models.forEach((model, sightings) -> {
            Instant first = sightings.first;
            if (first != null
                    && begun != null
                    && !first.isBefore(scene.from())
                    && first.isAfter(begun.plus(BEGINNING))) {
                arrivals.add(new Availability.Arrival(model, first, false));
            }
            Instant gone = sightings.gone;
            if (gone != null && sightings.answered && !gone.isBefore(scene.from())) {
                departures.add(
                        new Availability.Departure(model, gone, null, null, Scene.position(scene.before(), model)));
            }
        });
        return new Availability(false, arrivals, departures, List.of());
    }

    private void take(Seen seen) {
        Instant at = Instant.ofEpochMilli(seen.atMs());
        if (first == null) {
            first = at;
        }
        answered |= seen.succeeded();
        if (seen.kind() == null || !Causes.gone(seen.kind())) {
            gone = null;
        } else if (gone == null) {
            gone = at;
        }
    }
}
