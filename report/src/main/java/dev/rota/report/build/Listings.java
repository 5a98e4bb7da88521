package dev.rota.report.build;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.probe.Trigger;
import dev.rota.report.content.Availability;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What catalogues said of a model's coming and going. */
final class Listings {
    /** An announced end that lies further beyond the real one than this was of something else. */
    private static final Duration SLACK = Duration.ofDays(7);

    /** Announced ends beyond this are no news. */
    private static final Duration AHEAD = Duration.ofDays(90);

    private final Scene scene;
    private final Map<String, Instant> firstSweeps = new HashMap<>();
    private final List<Availability.Arrival> arrivals = new ArrayList<>();
    private final List<Availability.Departure> departures = new ArrayList<>();
    private final List<Availability.Leaving> leaving = new ArrayList<>();
    private final Set<ModelId> returned = new HashSet<>();

    private Listings(Scene scene) {
        this.scene = scene;
        scene.facts()
                .versions()
                .forEach((model, versions) -> versions.forEach(version -> firstSweeps.merge(
                        model.catalogue(), version.firstSeenAt(), (one, other) -> one.isBefore(other) ? one : other)));
    }

    static Availability of(Scene scene) {
        Listings listings = new Listings(scene);
        scene.facts().versions().forEach(listings::model);
        listings.returnedByProbe();
        return new Availability(true, listings.arrivals, listings.departures, listings.leaving);
    }

    private void model(ModelId model, List<ModelFacts> versions) {
        Instant firstSeen = versions.getFirst().firstSeenAt();
        // Everything is new to the first sweep of a catalogue, which is no news.
        if (inRange(firstSeen) && firstSeen.isAfter(Objects.requireNonNull(firstSweeps.get(model.catalogue())))) {
            arrivals.add(new Availability.Arrival(model, firstSeen, false));
        }
        ModelFacts before = null;
        for (ModelFacts version : versions) {
            boolean wasGone = before != null && before.retired();
            Instant retiredAt = version.retiredAt();
            if (retiredAt != null && !wasGone && inRange(retiredAt)) {
                departures.add(departure(model, versions, version, retiredAt));
            } else if (retiredAt == null && wasGone && inRange(version.changedAt())) {
                arrivals.add(new Availability.Arrival(model, version.changedAt(), true));
                returned.add(model);
            }
            before = version;
        }
        ModelFacts last = scene.facts().at(model, scene.to());
        Instant end = last == null ? null : last.facts().expiresAt();
        if (end != null
                && scene.facts().listed(model, scene.to())
                && end.isAfter(scene.to())
                && end.isBefore(scene.to().plus(AHEAD))) {
            leaving.add(new Availability.Leaving(model, end, Scene.position(scene.after(), model)));
        }
    }

    private Availability.Departure departure(
            ModelId model, List<ModelFacts> versions, ModelFacts gone, Instant retiredAt) {
        Instant announced = gone.facts().expiresAt();
        boolean notice = announced != null && announced.isBefore(retiredAt.plus(SLACK));
        return new Availability.Departure(
                model,
                retiredAt,
                notice ? announced : null,
                notice ? notice(versions, retiredAt) : null,
                Scene.position(scene.before(), model));
    }

    /** How long before the end its announcement was seen; null if the version that brought it is not known any more. */
    private static @Nullable Long notice(List<ModelFacts> versions, Instant retiredAt) {
        for (ModelFacts version : versions) {
            if (version.facts().expiresAt() != null && !version.retired()) {
                return Math.max(
                        0, Duration.between(version.changedAt(), retiredAt).toMillis());
            }
        }
        return null;
    }

    /** A compacted topic forgets that a model was away; the probe that its return caused still tells. */
    private void returnedByProbe() {
        Map<ModelId, Instant> newest = new HashMap<>();
        for (ModelFound probe : scene.input().probes().values()) {
            if (probe.trigger() == Trigger.RETURNED && inRange(probe.foundAt()) && !returned.contains(probe.model())) {
                newest.merge(probe.model(), probe.foundAt(), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        newest.forEach((model, at) -> arrivals.add(new Availability.Arrival(model, at, true)));
    }

    private boolean inRange(Instant time) {
        return !time.isBefore(scene.from()) && !time.isAfter(scene.to());
    }
}
