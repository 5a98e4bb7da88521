package dev.rota.export;

import dev.rota.domain.text.Nearest;
import java.util.List;
import java.util.Locale;

/** How a rotation is written for a tool. The same models give the same text, whatever the rotation's revision. */
public sealed interface ExportFormat permits LiteLlmFormat, OpenHandsFormat, OpenRouterFormat, EnvFormat {
    /** What it is called on the command line. */
    String name();

    /** The file's contents, with a line feed at the end. */
    String write(Selected selected);

    /** Sentences on what a user has to know besides. */
    default List<String> notes(Selected selected) {
        return List.of();
    }

    /** All of them. */
    static List<ExportFormat> all() {
        return List.of(new LiteLlmFormat(), new OpenHandsFormat(), new OpenRouterFormat(), new EnvFormat());
    }

    /**
     * The one of that name.
     *
     * @throws ExportException with the nearest name, if there is none
     */
    static ExportFormat named(String name) {
        List<String> names = all().stream().map(ExportFormat::name).toList();
        return all().stream()
                .filter(format -> format.name().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new ExportException("no format \"" + name + "\""
                        + Nearest.to(name, names)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("; there are " + String.join(", ", names))));
    }
}
