package dev.rota.export;

import dev.rota.domain.Checks;
import java.net.URI;
import java.util.Optional;

/**
 * Where the models of a catalogue are called.
 *
 * @param catalogue the catalogue's name
 * @param url the base address, with {@code /chat/completions} below it
 * @param keyVariable the environment variable that holds the key; empty for a provider that needs none
 */
public record Endpoint(String catalogue, URI url, Optional<String> keyVariable) {
    /** The variable that OpenRouter's own tools read. */
    static final String OPENROUTER_KEY = "OPENROUTER_API_KEY";

    private static final String OPENROUTER_HOST = "openrouter.ai";

    public Endpoint {
        Checks.text("catalogue", catalogue);
        keyVariable.ifPresent(variable -> {
            if (!variable.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                // The value is not shown: it may be the key itself.
                throw new IllegalArgumentException(
                        "the key of catalogue " + catalogue + " must be named by an environment variable, such as "
                                + OPENROUTER_KEY + "; what is given is no name of one");
            }
        });
    }

    /** Whether it is OpenRouter itself, which tools know by name. */
    boolean openRouter() {
        return OPENROUTER_HOST.equals(url.getHost());
    }
}
