package dev.rota.runtime.catalogue;

import dev.rota.domain.Checks;
import dev.rota.domain.model.ModelId;
import dev.rota.runtime.config.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A catalogue: a provider to find models at and to test them with.
 *
 * <p>Valid: name {@code groq}, url {@code https://api.groq.com/openai/v1}. Invalid: name {@code my/groq} (a slash ends
 * the catalogue in a model's name).
 *
 * @param name the first part of its models' names; no slash
 * @param type what its answers look like
 * @param url the base address, with {@code /models} and {@code /chat/completions} below it
 * @param apiKeyVariable the environment variable that holds the key, or with {@code _FILE} added, names its file; empty
 *     for a provider that needs none
 * @param period how often it is read, 1 s to 7 days. Default 15 minutes; more often finds new models sooner
 * @param filter which models are candidates
 * @param budget what may be asked of it
 * @param paid whether models that cost money may be called. Default false
 * @param spendingCapUsd US dollars that probes may spend a day where {@code paid} is true; default 0
 */
public record CatalogueConfig(
        String name,
        CatalogueType type,
        URI url,
        Optional<String> apiKeyVariable,
        Duration period,
        CatalogueFilter filter,
        CatalogueBudget budget,
        boolean paid,
        double spendingCapUsd) {

    /** Where OpenRouter is. */
    public static final URI OPENROUTER_URL = URI.create("https://openrouter.ai/api/v1");

    private static final Duration DEFAULT_PERIOD = Duration.ofMinutes(15);

    public CatalogueConfig {
        Checks.text("catalogue name", name);
        if (name.indexOf('/') >= 0) {
            throw new IllegalArgumentException("catalogue name must not contain a slash, but is \"" + name + "\"");
        }
        Checks.notNegative("spendingCapUsd", spendingCapUsd);
        if (paid && spendingCapUsd <= 0) {
            throw new IllegalArgumentException(
                    "catalogues." + name + ": paid: true needs spendingCapUsd, the dollars probes may spend a day");
        }
    }

    /** OpenRouter with the key in {@code OPENROUTER_API_KEY}, as much as an account without credit may ask. */
    public static CatalogueConfig openRouter() {
        return new CatalogueConfig(
                "openrouter",
                CatalogueType.OPENROUTER,
                OPENROUTER_URL,
                Optional.of("OPENROUTER_API_KEY"),
                DEFAULT_PERIOD,
                CatalogueFilter.freeModels(),
                CatalogueBudget.openRouterFree(),
                false,
                0);
    }

    /** The built-in simulator at an address. */
    public static CatalogueConfig simulator(URI url) {
        return new CatalogueConfig(
                ModelId.SIMULATOR,
                CatalogueType.OPENROUTER,
                url,
                Optional.empty(),
                Duration.ofSeconds(30),
                CatalogueFilter.freeModels(),
                CatalogueBudget.ample(),
                false,
                0);
    }

    /**
     * A catalogue at an address and nothing else known of it: OpenRouter's form is read, a plainer one is understood,
     * and OpenRouter's own address has OpenRouter's limits under any name.
     */
    public static CatalogueConfig at(String name, URI url) {
        return new CatalogueConfig(
                name,
                CatalogueType.OPENROUTER,
                url,
                Optional.empty(),
                DEFAULT_PERIOD,
                CatalogueFilter.freeModels(),
                OPENROUTER_URL.getHost().equals(url.getHost())
                        ? CatalogueBudget.openRouterFree()
                        : CatalogueBudget.ample(),
                false,
                0);
    }

    /** The same, with its key in a variable of the environment. */
    public CatalogueConfig withApiKeyVariable(String variable) {
        return new CatalogueConfig(
                name, type, url, Optional.of(variable), period, filter, budget, paid, spendingCapUsd);
    }

    /** The catalogues of the section {@code catalogues}, by name. */
    public static List<CatalogueConfig> readAll(Settings settings) {
        List<CatalogueConfig> catalogues = new ArrayList<>();
        for (String name : settings.names("catalogues")) {
            try {
                catalogues.add(read(settings, name));
            } catch (IllegalArgumentException e) {
                settings.problem("catalogues." + name, name, String.valueOf(e.getMessage()));
            }
        }
        return catalogues;
    }

    private static CatalogueConfig read(Settings settings, String name) {
        String prefix = "catalogues." + name;
        CatalogueConfig fallback = name.equals("openrouter") ? openRouter() : at(name, URI.create("http://localhost"));
        if (!name.equals("openrouter") && settings.optionalText(prefix + ".url").isEmpty()) {
            throw new IllegalArgumentException("needs url, the base address such as https://host/v1");
        }
        Optional<String> key = settings.optionalText(prefix + ".apiKeyVariable");
        return new CatalogueConfig(
                name,
                settings.choice(prefix + ".type", CatalogueType.class, fallback.type),
                settings.address(prefix + ".url", fallback.url),
                key.isPresent() ? key : fallback.apiKeyVariable,
                settings.duration(prefix + ".period", fallback.period, Duration.ofSeconds(1), Duration.ofDays(7)),
                CatalogueFilter.read(settings, prefix + ".filter"),
                CatalogueBudget.read(settings, prefix + ".budget", fallback.budget),
                settings.flag(prefix + ".paid", false),
                settings.number(prefix + ".spendingCapUsd", 0, 0, 1_000_000));
    }
}
