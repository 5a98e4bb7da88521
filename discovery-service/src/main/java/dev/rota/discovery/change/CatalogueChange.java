package dev.rota.discovery.change;

import dev.rota.domain.model.ModelFacts;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that happened to a model in its catalogue. */
public sealed interface CatalogueChange {
    /** The model's facts from now on. */
    ModelFacts facts();

    /** The reason this gives to test the model; null if none. */
    @Nullable
    Appearance appearance();

    /** Never seen before. */
    record New(ModelFacts facts, Appearance appearance) implements CatalogueChange {}

    /**
     * Facts that matter differ.
     *
     * @param fields their names in the contract
     */
    record Changed(ModelFacts facts, @Nullable Appearance appearance, Set<String> fields) implements CatalogueChange {}

    /**
     * Gone.
     *
     * @param reason for people
     */
    record Retired(ModelFacts facts, String reason) implements CatalogueChange {
        @Override
        public @Nullable Appearance appearance() {
            return null;
        }
    }

    /** Gone, and back. */
    record Returned(ModelFacts facts, Appearance appearance) implements CatalogueChange {}
}
