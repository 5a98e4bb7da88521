package dev.rota.launcher.options;

import dev.rota.domain.model.ModelId;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.config.Settings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which real catalogues are meant: the command line beats the configuration, which beats what a key suggests. */
public final class CatalogueSettings {
    private CatalogueSettings() {}

    /**
     * The catalogues but the simulator's, which only {@code up} can bring.
     *
     * @param chosen as {@code --catalogue} gave them
     */
    public static List<CatalogueConfig> read(Settings settings, List<String> chosen, SecretSource secrets) {
        List<CatalogueConfig> configured = CatalogueConfig.readAll(settings);
        if (!chosen.isEmpty()) {
            return chosen(configured, chosen, secrets);
        }
        boolean key = secrets.find("OPENROUTER_API_KEY").isPresent();
        return configured.isEmpty() && key ? List.of(CatalogueConfig.openRouter()) : configured;
    }

    private static List<CatalogueConfig> chosen(
            List<CatalogueConfig> configured, List<String> chosen, SecretSource secrets) {
        List<CatalogueConfig> catalogues = new ArrayList<>();
        for (String text : chosen) {
            switch (CatalogueChoice.parse(text)) {
                case CatalogueChoice.Simulator _ -> {}
                case CatalogueChoice.OpenRouter _ -> catalogues.add(openRouter(configured));
                case CatalogueChoice.At at -> catalogues.add(at(at.name(), at.url(), secrets));
            }
        }
        return catalogues;
    }

    private static CatalogueConfig openRouter(List<CatalogueConfig> configured) {
        CatalogueConfig stock = CatalogueConfig.openRouter();
        return configured.stream()
                .filter(catalogue -> catalogue.name().equals(stock.name()))
                .findFirst()
                .orElse(stock);
    }

    /** The key of a catalogue NAME is in NAME_API_KEY, if it is anywhere. */
    public static CatalogueConfig at(String name, URI url, SecretSource secrets) {
        String variable = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "_API_KEY";
        CatalogueConfig catalogue =
                name.equals(ModelId.SIMULATOR) ? CatalogueConfig.simulator(url) : CatalogueConfig.at(name, url);
        return secrets.find(variable).isPresent() ? catalogue.withApiKeyVariable(variable) : catalogue;
    }
}
