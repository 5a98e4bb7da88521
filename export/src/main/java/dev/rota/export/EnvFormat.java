package dev.rota.export;

import java.util.stream.Collectors;

/**
 * Variables for a shell ({@code set -a; . FILE}) or for {@code docker --env-file}: {@code LLM_…} is what OpenHands and
 * others read of the primary, {@code ROTA_…} is the whole order.
 */
final class EnvFormat implements ExportFormat {
    @Override
    public String name() {
        return "env";
    }

    @Override
    public String write(Selected selected) {
        Target primary = selected.targets().getFirst();
        StringBuilder text = new StringBuilder(Heading.of(selected, "In a shell: set -a; . FILE; set +a"));
        line(text, "LLM_MODEL", primary.litellmModel());
        line(text, "LLM_BASE_URL", primary.endpoint().url().toString());
        primary.endpoint()
                .keyVariable()
                .ifPresent(variable ->
                        text.append("LLM_API_KEY=${").append(variable).append(":-}\n"));
        line(text, "ROTA_ROTATION", selected.rotation().name());
        line(text, "ROTA_PRIMARY", primary.entry().model().toString());
        line(
                text,
                "ROTA_MODELS",
                selected.targets().stream()
                        .map(target -> target.entry().model().toString())
                        .collect(Collectors.joining(",")));
        for (Target target : selected.targets()) {
            line(text, "ROTA_MODEL_" + target.order(), target.entry().model().toString());
            line(text, "ROTA_PROVIDER_ID_" + target.order(), target.providerId());
            line(
                    text,
                    "ROTA_BASE_URL_" + target.order(),
                    target.endpoint().url().toString());
            target.endpoint()
                    .keyVariable()
                    .ifPresent(variable -> line(text, "ROTA_KEY_VARIABLE_" + target.order(), variable));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append('=').append(word(value)).append('\n');
    }

    /** One word of a POSIX shell. Quotes only where needed, for {@code docker --env-file} would keep them. */
    static String word(String value) {
        return value.matches("[A-Za-z0-9_./:@%+,=-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
