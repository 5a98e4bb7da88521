package dev.rota.ranking.topology;

import dev.rota.domain.model.ModelId;
import java.util.HashSet;
import java.util.Set;

/**
 * Which catalogues somebody reads. In such a catalogue a model without facts is one that nobody found: its results are
 * kept, for the facts may be on their way, but it has no standing. A catalogue that nobody reads, such as that of an
 * imported history, cannot speak against a model.
 */
final class Catalogues {
    private final Set<String> read = new HashSet<>();

    /** Notes that the model has facts; returns whether its catalogue is new. */
    boolean note(ModelId model) {
        return read.add(model.catalogue());
    }

    boolean found(ModelId model, ModelState state) {
        return state.facts() != null || !read.contains(model.catalogue());
    }
}
