package dev.rota.simulator.http;

import dev.rota.simulator.account.AccountLimits;
import dev.rota.simulator.catalogue.Catalogue;
import dev.rota.simulator.catalogue.CatalogueModel;
import dev.rota.simulator.scenario.Cast;
import dev.rota.simulator.scenario.Scenario;
import dev.rota.simulator.script.ScriptWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * All that the routes share.
 *
 * @param catalogue every model that exists
 * @param cast how they behave
 * @param counters what was asked so far
 */
public record Stage(
        Scenario scenario,
        long seed,
        InstantSource clock,
        Catalogue catalogue,
        Cast cast,
        AccountLimits limits,
        ScriptWriter writer,
        Counters counters,
        Pauses pauses) {

    /** The models that the list shows now. */
    List<CatalogueModel> listed(Instant now) {
        List<CatalogueModel> all = catalogue.models();
        return cast.changesCatalogue()
                ? all.stream().filter(model -> cast.isListed(model.id(), now)).toList()
                : all;
    }
}
