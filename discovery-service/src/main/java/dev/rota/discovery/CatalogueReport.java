package dev.rota.discovery;

import dev.rota.discovery.catalogue.CatalogueProblem;
import java.util.List;

/**
 * What came of one sweep of one catalogue.
 *
 * @param catalogue its name
 * @param accepted whether the reading counted; if not, {@code problems} says why, and what was known stays
 * @param models how many models are known to be there
 * @param candidates how many of them are candidates for a test
 * @param found how many are new
 * @param changed how many changed
 * @param retired how many are gone
 * @param returned how many are back
 * @param problems what was wrong
 */
public record CatalogueReport(
        String catalogue,
        boolean accepted,
        int models,
        int candidates,
        int found,
        int changed,
        int retired,
        int returned,
        List<CatalogueProblem> problems) {

    public CatalogueReport {
        problems = List.copyOf(problems);
    }
}
