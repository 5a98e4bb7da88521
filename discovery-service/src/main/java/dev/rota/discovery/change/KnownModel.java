package dev.rota.discovery.change;

import dev.rota.discovery.catalogue.Listing;
import dev.rota.domain.model.ModelFacts;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one model.
 *
 * @param facts as published last
 * @param appearance what the catalogue last did that deserves a test; null if nothing
 * @param missed readings in a row that did not list it
 * @param doubted a listing that was not believed at once; believed if the next reading repeats it
 */
public record KnownModel(
        ModelFacts facts,
        @Nullable Appearance appearance,
        int missed,
        @Nullable Listing doubted) {

    public static KnownModel of(ModelFacts facts, @Nullable Appearance appearance) {
        return new KnownModel(facts, appearance, 0, null);
    }

    /** As it was published, with the readings that have missed it since. */
    public static KnownModel of(ModelFacts facts, @Nullable Appearance appearance, int missed) {
        return new KnownModel(facts, appearance, missed, null);
    }

    /** Whether the last reading listed it, and nothing else is waited for. */
    boolean settled() {
        return missed == 0 && doubted == null;
    }

    KnownModel listedAgain() {
        return settled() ? this : of(facts, appearance);
    }

    KnownModel missedOnceMore() {
        return new KnownModel(facts, appearance, missed + 1, doubted);
    }

    KnownModel doubting(Listing listing) {
        return new KnownModel(facts, appearance, 0, listing);
    }
}
