package dev.rota.launcher.command;

import dev.rota.client.kafka.TopicSnapshot;
import dev.rota.discovery.CatalogueLook;
import dev.rota.discovery.DiscoveryConfig;
import dev.rota.discovery.wanted.Finding;
import dev.rota.discovery.wanted.WantedModels;
import dev.rota.domain.model.ModelFacts;
import dev.rota.launcher.Context;
import dev.rota.launcher.Rota;
import dev.rota.launcher.UserError;
import dev.rota.launcher.options.CatalogueSettings;
import dev.rota.launcher.options.ConnectionOptions;
import dev.rota.launcher.options.Sections;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.config.Settings;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "find",
        description = {
            "Whether a model of this id exists; if not, the nearest real ids, and what is wrong with the one asked for.",
            "Asks the running Rota, which also knows models that are gone; without one, the catalogues themselves."
        },
        footer = {
            "",
            "Exit code 0 if every id is in a catalogue, 1 if not.",
            "Example: ./rota find qwen/qwen3-coder:free meta-llama/llama-4-maverick"
        })
final class FindCommand extends Subcommand {
    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Parameters(
            paramLabel = "ID",
            arity = "0..*",
            description =
                    "A provider's id, with or without its catalogue's name. Default: those of the setting wanted.")
    private List<String> ids = List.of();

    @Option(
            names = "--catalogue",
            paramLabel = "C",
            description = "Read this catalogue now: openrouter, a URL (…/v1) or NAME=URL; may be repeated.")
    private List<String> catalogues = List.of();

    @Option(names = "--json", description = "One JSON object a line for each id, for programs.")
    private boolean json;

    FindCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        Settings settings = connection.settings(context(), Map.of());
        List<CatalogueConfig> configured = CatalogueSettings.read(
                settings, catalogues, new SecretSource(context().environment()));
        DiscoveryConfig config = DiscoveryConfig.read(
                settings, configured.isEmpty() ? List.of(CatalogueConfig.openRouter()) : configured);
        List<String> wanted = ids.isEmpty() ? config.wanted() : ids;
        if (wanted.isEmpty()) {
            throw UserError.usage("find: name an id such as qwen/qwen3-coder:free, or set wanted in rota.yaml");
        }
        WantedModels models = new WantedModels(models(settings, config));
        List<Finding> findings = wanted.stream().map(models::find).toList();
        for (Finding finding : findings) {
            (json ? List.of(FindingForms.json(finding)) : FindingForms.lines(finding)).forEach(this::print);
        }
        return findings.stream().allMatch(Finding::exists) ? Rota.DONE : Rota.FAILED;
    }

    private Collection<ModelFacts> models(Settings settings, DiscoveryConfig config) {
        boolean kafkaNamed = settings.passThrough("kafka").containsKey("bootstrap.servers");
        boolean ask = catalogues.isEmpty()
                && (kafkaNamed || !connection.running(context()).isEmpty());
        KafkaSettings kafka = ask ? connection.kafka(context(), settings) : null;
        settings.check(Sections.of(Set.of("catalogues", "discovery", "wanted")), Sections.ALL);
        if (kafka == null) {
            return fromCatalogues(config);
        }
        Collection<ModelFacts> known = TopicSnapshot.read(Topics.MODELS, kafka).values();
        if (known.isEmpty()) {
            say("discovery has published no models yet; reading the catalogues instead");
            return fromCatalogues(config);
        }
        Set<String> names =
                known.stream().map(facts -> facts.model().catalogue()).collect(Collectors.toCollection(TreeSet::new));
        say("looked at what the running Rota knows of " + String.join(", ", names));
        return known;
    }

    private Collection<ModelFacts> fromCatalogues(DiscoveryConfig config) {
        CatalogueLook look = CatalogueLook.at(
                config, new SecretSource(context().environment()), context().clock());
        look.problems().forEach(problem -> say("rota: " + problem));
        if (look.models().isEmpty()) {
            throw UserError.failed("no catalogue could be read, so nothing is known of any id");
        }
        say("looked at " + look.models().size() + " models listed now by "
                + config.catalogues().stream().map(CatalogueConfig::name).collect(Collectors.joining(", ")));
        return look.models();
    }
}
