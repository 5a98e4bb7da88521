package dev.rota.launcher.options;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.text.Nearest;
import dev.rota.domain.text.Similar;
import dev.rota.launcher.UserError;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the model that a person means among those that are known. */
public final class KnownModels {
    private static final int SHOWN = 5;
    private static final int OFFERED = 3;

    private final Set<ModelId> models;

    public KnownModels(Collection<ModelId> models) {
        this.models = new TreeSet<>(models);
    }

    /**
     * The model of that name: in full, without its catalogue, or any part of a name that only one model has. Otherwise
     * an error that offers the nearest, or those that are like it in a part.
     */
    public ModelId find(String text) {
        List<ModelId> exact = models.stream()
                .filter(model ->
                        model.toString().equals(text) || model.providerId().equals(text))
                .toList();
        if (exact.size() == 1) {
            return exact.getFirst();
        }
        List<ModelId> parts = exact.isEmpty()
                ? models.stream()
                        .filter(model -> model.toString().contains(text))
                        .toList()
                : exact;
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        throw UserError.failed(parts.isEmpty() ? unknown(text) : ambiguous(text, parts));
    }

    private String unknown(String text) {
        if (models.isEmpty()) {
            return "no model \"" + text + "\": none is known yet; ./rota up finds and tests them";
        }
        List<String> names = models.stream().map(ModelId::toString).toList();
        List<String> ids = models.stream().map(ModelId::providerId).toList();
        return "no model \"" + text + "\""
                + Nearest.to(text, ids)
                        .map(id -> ", did you mean " + id + "?")
                        .or(() -> Similar.question(text, names, OFFERED).map(question -> ", " + question))
                        .orElse(", nor one like it: ./rota models --retired lists the " + names.size()
                                + " that are known, ./rota find asks the catalogues for an id");
    }

    private static String ambiguous(String text, List<ModelId> models) {
        List<String> some = models.stream().limit(SHOWN).map(ModelId::toString).toList();
        return "\"" + text + "\" may be any of " + models.size() + " models: " + String.join(", ", some)
                + (models.size() > SHOWN ? ", …" : "");
    }
}
