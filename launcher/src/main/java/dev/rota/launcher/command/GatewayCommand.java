package dev.rota.launcher.command;

import dev.rota.gateway.ChatParts;
import dev.rota.gateway.GatewayConfig;
import dev.rota.gateway.GatewayParts;
import dev.rota.gateway.GatewayService;
import dev.rota.gateway.chat.ChatConfig;
import dev.rota.gateway.webhook.WebhookConfig;
import dev.rota.gateway.webhook.WebhookService;
import dev.rota.launcher.Context;
import dev.rota.launcher.options.CatalogueSettings;
import dev.rota.launcher.report.TopicReports;
import dev.rota.ranking.service.RankingConfig;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.config.Settings;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.runtime.lifecycle.Service;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "gateway",
        description = "The HTTP interface, the chat API and webhooks alone.",
        footer = {"", "Example: ./rota gateway --kafka localhost:9092 --registry http://localhost:8081 --port 8080"})
final class GatewayCommand extends ServiceCommand {
    @Option(names = "--port", paramLabel = "P", description = "Port; 0 takes a free one. Default: 8080.")
    private @Nullable Integer port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "Address to listen on; anything but loopback needs a token. Default: 127.0.0.1.")
    private @Nullable String bind;

    @Option(
            names = "--catalogue",
            paramLabel = "NAME=URL",
            description = "Provider whose models /v1 may call; default: those of the configuration. Repeatable.")
    private List<String> catalogues = List.of();

    GatewayCommand(Context context) {
        super(context);
    }

    @Override
    Map<String, String> flags() {
        Map<String, String> flags = new HashMap<>();
        if (port != null) {
            flags.put("gateway.port", Integer.toString(port));
        }
        if (bind != null) {
            flags.put("gateway.bind", bind);
        }
        return flags;
    }

    @Override
    Set<String> sections() {
        return Set.of("gateway", "webhooks", "catalogues", "ranking", "rotations");
    }

    @Override
    Service service(Settings settings, KafkaSettings kafka, SecretSource secrets, PrometheusMeterRegistry meters) {
        TopicReports reports =
                new TopicReports(kafka, RankingConfig.read(settings).policies());
        GatewayParts parts = new GatewayParts(Optional.of(reports), List.of());
        return new Together(
                new GatewayService(
                        GatewayConfig.read(settings, secrets),
                        kafka,
                        meters,
                        parts,
                        new ChatParts(
                                ChatConfig.read(settings),
                                CatalogueSettings.read(settings, catalogues, secrets),
                                secrets)),
                new WebhookService(
                        WebhookConfig.readAll(settings, secrets),
                        kafka,
                        meters,
                        context().clock()));
    }

    /** The services in order, closed in reverse. */
    private record Together(Service first, Service second) implements Service {
        @Override
        public void start() {
            first.start();
            second.start();
        }

        @Override
        public void close() {
            second.close();
            first.close();
        }
    }
}
