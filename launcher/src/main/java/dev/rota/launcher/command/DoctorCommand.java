package dev.rota.launcher.command;

import dev.rota.discovery.DiscoveryConfig;
import dev.rota.gateway.GatewayConfig;
import dev.rota.gateway.webhook.WebhookConfig;
import dev.rota.launcher.Context;
import dev.rota.launcher.Rota;
import dev.rota.launcher.doctor.Examination;
import dev.rota.launcher.doctor.Findings;
import dev.rota.launcher.instance.Instance;
import dev.rota.launcher.options.CatalogueSettings;
import dev.rota.launcher.options.ConnectionOptions;
import dev.rota.launcher.options.PartitionSettings;
import dev.rota.launcher.options.Sections;
import dev.rota.ranking.service.RankingConfig;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.ConfigException;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.config.Settings;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.tester.TesterConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description = "What is reachable, configured and healthy, and what to do about what is not. Changes nothing.",
        footer = {"", "Exit code 0 if nothing is broken, 1 if something is.", "Example: ./rota doctor --json"})
final class DoctorCommand extends Subcommand {
    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--json", description = "One JSON object, for programs.")
    private boolean json;

    DoctorCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws InterruptedException {
        SecretSource secrets = new SecretSource(context().environment());
        Settings settings = connection.settings(context(), Map.of());
        Findings findings = new Findings(examination(settings, secrets)
                .doctor(secrets, context().clock())
                .examine());
        (json ? List.of(findings.json()) : findings.lines(context().terminal())).forEach(this::print);
        return findings.healthy() ? Rota.DONE : Rota.FAILED;
    }

    private Examination examination(Settings settings, SecretSource secrets) {
        List<Instance> running = connection.running(context());
        // Of several instances one must be chosen, which the error says.
        @Nullable Instance instance = running.isEmpty() ? null : connection.instance(context());
        List<CatalogueConfig> catalogues = instance == null
                ? CatalogueSettings.read(settings, List.of(), secrets)
                : instance.catalogues().entrySet().stream()
                        .map(entry -> running(settings, entry.getKey(), entry.getValue(), secrets))
                        .toList();
        boolean named = settings.passThrough("kafka").containsKey("bootstrap.servers");
        KafkaSettings read = KafkaSettings.read(settings);
        @Nullable
        KafkaSettings kafka =
                named ? read : instance == null ? null : KafkaSettings.of(instance.kafka(), instance.registry());
        DiscoveryConfig discovery = DiscoveryConfig.read(settings, catalogues);
        TesterConfig tester = TesterConfig.read(settings, read, catalogues, secrets);
        GatewayConfig gateway = GatewayConfig.read(settings, secrets);
        Map<String, Integer> partitions = PartitionSettings.read(settings);
        RankingConfig ranking = RankingConfig.read(settings);
        var _ = WebhookConfig.readAll(settings, secrets);
        return new Examination(
                problems(settings),
                instance,
                kafka,
                instance == null
                        ? connection.data().map(DoctorCommand::whole).orElseGet(DoctorCommand::defaultData)
                        : instance.data(),
                partitions,
                discovery,
                tester,
                ranking,
                gateway);
    }

    /** A catalogue of the running instance: as configured where it is, else known by its address. */
    private static CatalogueConfig running(Settings settings, String name, URI url, SecretSource secrets) {
        return CatalogueConfig.readAll(settings).stream()
                .filter(catalogue -> catalogue.name().equals(name))
                .findFirst()
                .orElseGet(() -> name.equals("openrouter")
                        ? CatalogueConfig.openRouter()
                        : CatalogueSettings.at(name, url, secrets));
    }

    private static List<String> problems(Settings settings) {
        try {
            settings.check(Sections.ALL, Sections.ALL);
            return List.of();
        } catch (ConfigException e) {
            return e.problems();
        }
    }

    private static Path defaultData() {
        return whole(Path.of(System.getProperty("rota.home", ".")).resolve("data"));
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
