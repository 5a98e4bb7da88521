package dev.rota.gateway;

import dev.rota.gateway.chat.ChatConfig;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.SecretSource;
import java.util.List;
import java.util.Map;

/**
 * What {@code /v1} answers with.
 *
 * @param config what a request may cost
 * @param catalogues whose models may be called; none for a gateway that only tells
 * @param secrets where their keys are
 */
public record ChatParts(ChatConfig config, List<CatalogueConfig> catalogues, SecretSource secrets) {
    public ChatParts {
        catalogues = List.copyOf(catalogues);
    }

    /** No provider. */
    public static ChatParts none() {
        return new ChatParts(ChatConfig.standard(), List.of(), new SecretSource(Map.of()));
    }
}
