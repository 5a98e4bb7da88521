package dev.rota.domain.model;

import dev.rota.domain.Checks;

/**
 * A model's name: the catalogue it was found in, a slash, and the provider's own id.
 *
 * <p>Valid: {@code openrouter/meta-llama/llama-3.3-70b-instruct:free}. Invalid: {@code llama} (no catalogue).
 *
 * @param catalogue the catalogue's name; no slash
 * @param providerId the provider's own id, as it must be sent back to the provider
 */
public record ModelId(String catalogue, String providerId) implements Comparable<ModelId> {
    /** The longest name accepted, in characters; longer ones are garbage, and would be record keys. */
    public static final int MAX_LENGTH = 512;

    /** The catalogue of the built-in provider simulator. */
    public static final String SIMULATOR = "simulator";

    private static final RecentNames RECENT = new RecentNames();

    public ModelId {
        Checks.text("catalogue", catalogue);
        Checks.text("model id", providerId);
        if (catalogue.indexOf('/') >= 0) {
            throw new IllegalArgumentException("catalogue must not contain a slash, but is \"" + catalogue + "\"");
        }
        if (catalogue.length() + providerId.length() + 1 > MAX_LENGTH) {
            throw new IllegalArgumentException("model must have at most " + MAX_LENGTH + " characters, but \""
                    + providerId.substring(0, Math.min(40, providerId.length())) + "…\" has more");
        }
    }

    /** Reads {@code catalogue/id}. */
    public static ModelId parse(String text) {
        return RECENT.of(text, ModelId::parsed);
    }

    private static ModelId parsed(String text) {
        int slash = text.indexOf('/');
        if (slash <= 0 || slash == text.length() - 1) {
            throw new IllegalArgumentException(
                    "model must be written <catalogue>/<the provider's own id>, not \"" + text + "\"");
        }
        return new ModelId(text.substring(0, slash), text.substring(slash + 1));
    }

    /** The author part of the id, or the id itself where it names none; a leading {@code ~} of an alias is dropped. */
    public String family() {
        String id = providerId.startsWith("~") ? providerId.substring(1) : providerId;
        int slash = id.indexOf('/');
        return slash > 0 ? id.substring(0, slash) : id;
    }

    /** Whether the model is one of the simulator's, and so must never pass for real. */
    public boolean simulated() {
        return catalogue.equals(SIMULATOR);
    }

    @Override
    public int compareTo(ModelId other) {
        int order = catalogue.compareTo(other.catalogue);
        return order != 0 ? order : providerId.compareTo(other.providerId);
    }

    @Override
    public String toString() {
        return catalogue + "/" + providerId;
    }
}
