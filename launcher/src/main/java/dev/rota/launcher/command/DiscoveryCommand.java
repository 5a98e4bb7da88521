package dev.rota.launcher.command;

import dev.rota.discovery.DiscoveryConfig;
import dev.rota.discovery.DiscoveryListener;
import dev.rota.discovery.DiscoveryService;
import dev.rota.launcher.Context;
import dev.rota.launcher.options.CatalogueSettings;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.config.Settings;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.runtime.lifecycle.Service;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "discovery",
        description = "The discovery service alone: reads the catalogues and publishes what is to be tested.",
        footer = {"", "Example: ./rota discovery --kafka localhost:9092 --registry http://localhost:8081"})
final class DiscoveryCommand extends ServiceCommand {
    @Option(
            names = "--catalogue",
            paramLabel = "C",
            description = "openrouter, a URL (…/v1) or NAME=URL; may be repeated.")
    private List<String> catalogues = List.of();

    DiscoveryCommand(Context context) {
        super(context);
    }

    @Override
    Set<String> sections() {
        return Set.of("catalogues", "discovery", "wanted");
    }

    @Override
    Service service(Settings settings, KafkaSettings kafka, SecretSource secrets, PrometheusMeterRegistry meters) {
        DiscoveryConfig config = DiscoveryConfig.read(settings, CatalogueSettings.read(settings, catalogues, secrets));
        return new DiscoveryService(
                config,
                kafka,
                secrets,
                DiscoveryListener.NONE,
                meters,
                context().clock());
    }
}
