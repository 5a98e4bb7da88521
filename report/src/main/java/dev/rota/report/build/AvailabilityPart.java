package dev.rota.report.build;

import dev.rota.report.content.Availability;
import java.util.Comparator;

/** Who came, who went, and who will go: from the catalogues where they were read, else from what tests met. */
public final class AvailabilityPart {
    private AvailabilityPart() {}

    public static Availability of(Scene scene) {
        Availability found = scene.facts().isEmpty() ? Sightings.of(scene) : Listings.of(scene);
        return new Availability(
                found.known(),
                found.arrivals().stream()
                        .sorted(Comparator.comparing(Availability.Arrival::at)
                                .reversed()
                                .thenComparing(Availability.Arrival::model))
                        .toList(),
                found.departures().stream()
                        .sorted(Comparator.comparing(Availability.Departure::at)
                                .reversed()
                                .thenComparing(Availability.Departure::model))
                        .toList(),
                found.leaving().stream()
                        .sorted(Comparator.comparing(Availability.Leaving::at)
                                .thenComparing(Availability.Leaving::model))
                        .toList());
    }
}
