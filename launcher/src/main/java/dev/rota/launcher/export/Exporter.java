package dev.rota.launcher.export;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.Rotation;
import dev.rota.export.Endpoint;
import dev.rota.export.ExportChoice;
import dev.rota.export.ExportException;
import dev.rota.export.ExportFormat;
import dev.rota.export.Selected;
import dev.rota.launcher.Context;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes a rotation in one format, and says on standard error what a user has to know besides. */
public final class Exporter {
    private final ExportFormat format;
    private final ExportChoice choice;
    private final Map<String, Endpoint> endpoints;
    private final Context context;
    private List<String> said = List.of();

    public Exporter(ExportFormat format, ExportChoice choice, Map<String, Endpoint> endpoints, Context context) {
        this.format = format;
        this.choice = choice;
        this.endpoints = endpoints;
        this.context = context;
    }

    /**
     * The text.
     *
     * @param known what catalogues say
     * @throws ExportException if the rotation must not, or cannot, be exported
     */
    public String write(Rotation rotation, Collection<ModelFacts> known) {
        Map<ModelId, ModelFacts> facts = new HashMap<>();
        known.forEach(model -> facts.put(model.model(), model));
        Selected selected =
                Selected.of(rotation, facts, endpoints, choice, context.clock().instant());
        String text = format.write(selected);
        List<String> notes = Stream.concat(selected.leftOut().stream(), format.notes(selected).stream())
                .toList();
        // Told again only when it differs: a watched rotation is written many times.
        if (!notes.equals(said)) {
            notes.forEach(context.terminal().err()::println);
            said = notes;
        }
        return text;
    }
}
