package dev.rota.discovery;

import dev.rota.discovery.catalogue.CatalogueProblem;
import dev.rota.discovery.change.CatalogueChange;
import dev.rota.discovery.plan.Budget;
import dev.rota.discovery.wanted.Finding;
import dev.rota.domain.probe.ModelFound;

/** Told what discovery does, as it does it, on its threads: it must be quick, and thread-safe. */
public interface DiscoveryListener {
    /** Hears nothing. */
    DiscoveryListener NONE = new DiscoveryListener() {};

    /** A catalogue was read, or not. */
    default void onSweep(CatalogueReport report) {}

    /** Something happened to a model; it is published. */
    default void onChange(CatalogueChange change) {}

    /** A catalogue said or did something that could not be used. */
    default void onProblem(CatalogueProblem problem) {}

    /** A probe is published. */
    default void onProbe(ModelFound probe) {}

    /**
     * A sweep that probes every model has used up what its catalogue's account allows for now, and waits for more. Told
     * once a sweep.
     *
     * @param models how many models wait
     * @param budget what may be spent
     */
    default void onWait(String catalogue, int models, Budget budget) {}

    /** What became of a wanted id is known, or has changed. */
    default void onWanted(Finding finding) {}
}
