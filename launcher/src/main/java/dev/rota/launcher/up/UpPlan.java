package dev.rota.launcher.up;

import dev.rota.discovery.DiscoveryConfig;
import dev.rota.domain.model.ModelId;
import dev.rota.gateway.GatewayConfig;
import dev.rota.gateway.chat.ChatConfig;
import dev.rota.gateway.webhook.WebhookConfig;
import dev.rota.launcher.Context;
import dev.rota.launcher.options.CatalogueSettings;
import dev.rota.launcher.options.PartitionSettings;
import dev.rota.launcher.options.Sections;
import dev.rota.launcher.options.SuiteSettings;
import dev.rota.ranking.service.RankingConfig;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.config.Settings;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.simulator.SimulatorConfig;
import dev.rota.tester.TesterConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Turns flags and settings into what {@code rota up} runs. */
public final class UpPlan {
    private UpPlan() {}

    /** Reads and checks everything before anything is started. */
    public static UpConfig of(UpFlags flags, Settings settings, Context context) {
        SecretSource secrets = new SecretSource(context.environment());
        List<CatalogueConfig> catalogues = CatalogueSettings.read(settings, flags.catalogues(), secrets);
        boolean simulator = catalogues.isEmpty() || flags.catalogues().contains(ModelId.SIMULATOR);
        Path data = flags.dataDirectory();
        Optional<KafkaSettings> kafka = settings.passThrough("kafka").containsKey("bootstrap.servers")
                ? Optional.of(KafkaSettings.read(settings))
                : Optional.empty();
        boolean http = !flags.once() || settings.optionalText("gateway.port").isPresent();
        GatewayConfig gateway = GatewayConfig.read(settings, secrets);
        UpConfig config = new UpConfig(
                data,
                kafka,
                PartitionSettings.read(settings),
                simulator ? Optional.of(SimulatorConfig.stock().withSeed(flags.seed())) : Optional.empty(),
                catalogues,
                flags.testers(),
                settings,
                RankingConfig.read(settings),
                http ? Optional.of(gateway) : Optional.empty(),
                WebhookConfig.readAll(settings, secrets));
        settings.passThrough("schema.registry");
        DiscoveryConfig.read(settings, catalogues);
        SuiteSettings.library(TesterConfig.read(settings, KafkaSettings.read(settings), catalogues, secrets)
                .suites());
        ChatConfig.read(settings);
        settings.check(Sections.ALL, Sections.ALL);
        return config;
    }
}
