package dev.rota.launcher.options;

import dev.rota.domain.model.ModelId;
import dev.rota.launcher.UserError;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code --catalogue} may say. */
sealed interface CatalogueChoice {
    /** The name of a catalogue given as an address alone. */
    String DEFAULT_NAME = "custom";

    Pattern NAMED = Pattern.compile("([^=/:]+)=(https?://.+)");

    /** The built-in provider simulator. */
    record Simulator() implements CatalogueChoice {}

    /** OpenRouter, with the key in {@code OPENROUTER_API_KEY}. */
    record OpenRouter() implements CatalogueChoice {}

    /** An OpenRouter- or OpenAI-compatible provider. */
    record At(String name, URI url) implements CatalogueChoice {}

    /** Reads {@code simulator}, {@code openrouter}, an address, or {@code NAME=address}. */
    static CatalogueChoice parse(String text) {
        if (text.equals(ModelId.SIMULATOR)) {
            return new Simulator();
        }
        if (text.equals("openrouter")) {
            return new OpenRouter();
        }
        Matcher named = NAMED.matcher(text);
        if (named.matches()) {
            if (named.group(1).equals(ModelId.SIMULATOR)) {
                throw UserError.usage("--catalogue: the name simulator is the built-in simulator's; choose another for "
                        + named.group(2));
            }
            return new At(named.group(1), address(text, named.group(2)));
        }
        if (text.startsWith("http://") || text.startsWith("https://")) {
            return new At(DEFAULT_NAME, address(text, text));
        }
        throw UserError.usage(
                "--catalogue must be simulator, openrouter, an address such as https://host/v1, or NAME=address,"
                        + " not \"" + text + "\"");
    }

    private static URI address(String text, String address) {
        try {
            URI uri = URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
            if (uri.getHost() == null) {
                throw new IllegalArgumentException("it names no host");
            }
            return uri;
        } catch (IllegalArgumentException e) {
            throw UserError.usage("--catalogue: \"" + text + "\" holds no address: " + e.getMessage());
        }
    }
}
