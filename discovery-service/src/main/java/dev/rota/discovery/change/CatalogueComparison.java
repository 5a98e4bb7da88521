package dev.rota.discovery.change;

import dev.rota.discovery.catalogue.CatalogueProblem;
import dev.rota.discovery.catalogue.Reading;
import dev.rota.discovery.catalogue.Sweep;
import java.util.ArrayList;
import java.util.List;

/** Compares what is known of a catalogue with an attempt to read it. Immutable. */
public final class CatalogueComparison {
    private final boolean acceptShrunk;

    /**
     * @param acceptShrunk whether a reading of less than half of what is known counts: for a catalogue that was
     *     replaced on purpose
     */
    public CatalogueComparison(boolean acceptShrunk) {
        this.acceptShrunk = acceptShrunk;
    }

    /**
     * Compares.
     *
     * @param clockTrusted whether the sweep's time may be held against announced ends; false after the clock has jumped
     */
    public Comparison compare(KnownCatalogue known, Sweep sweep, boolean clockTrusted) {
        return switch (sweep) {
            case Sweep.Failed failed -> Comparison.refused(known, List.of(failed.problem()));
            case Sweep.Read read -> compare(known, read.reading(), clockTrusted);
        };
    }

    private Comparison compare(KnownCatalogue known, Reading reading, boolean clockTrusted) {
        if (reading.listings().isEmpty()) {
            return refused(known, reading, "lists no model that could be read; what was known stays");
        }
        int present = known.present();
        if (reading.size() * 2 < present && !acceptShrunk) {
            return refused(
                    known,
                    reading,
                    "lists " + reading.size() + " models where " + present
                            + " are known, less than half; what was known"
                            + " stays. If the catalogue really shrank, name it in discovery.acceptShrunk");
        }
        return new ReadingComparison(known, reading, clockTrusted).compare();
    }

    private static Comparison refused(KnownCatalogue known, Reading reading, String message) {
        List<CatalogueProblem> problems = new ArrayList<>(reading.problems());
        problems.add(0, new CatalogueProblem(reading.catalogue(), "data", message));
        return Comparison.refused(known, problems);
    }
}
