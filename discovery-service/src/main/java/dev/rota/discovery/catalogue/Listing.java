package dev.rota.discovery.catalogue;

import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * One model as one reading lists it.
 *
 * @param model the model
 * @param facts what the catalogue says of it
 * @param aliasOf the provider's id of the model this one stands for; null if it stands for itself, or the catalogue
 *     does not say
 */
public record Listing(ModelId model, Facts facts, @Nullable String aliasOf) {
    /** Whether the id is another name for a model: a leading {@code ~} says so even where the target is not told. */
    public boolean alias() {
        return isAlias(model, aliasOf);
    }

    /** The same, for facts kept from earlier. */
    public static boolean isAlias(ModelId model, @Nullable String aliasOf) {
        return aliasOf != null || model.providerId().startsWith("~");
    }
}
