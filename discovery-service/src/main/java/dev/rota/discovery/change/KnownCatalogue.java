package dev.rota.discovery.change;

import dev.rota.domain.model.ModelId;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one catalogue: every model it has ever listed.
 *
 * @param name the catalogue's name
 * @param models sorted by id
 */
public record KnownCatalogue(String name, Map<ModelId, KnownModel> models) {
    public KnownCatalogue {
        models = Collections.unmodifiableMap(new TreeMap<>(models));
    }

    public static KnownCatalogue empty(String name) {
        return new KnownCatalogue(name, Map.of());
    }

    public @Nullable KnownModel get(ModelId model) {
        return models.get(model);
    }

    public Collection<KnownModel> all() {
        return models.values();
    }

    /** How many of the models are there now. */
    public int present() {
        return (int) models.values().stream()
                .filter(model -> !model.facts().retired())
                .count();
    }
}
