package dev.rota.launcher.up;

import dev.rota.gateway.GatewayConfig;
import dev.rota.gateway.webhook.WebhookConfig;
import dev.rota.ranking.service.RankingConfig;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.Settings;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.simulator.SimulatorConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code rota up} runs.
 *
 * @param data where everything is kept
 * @param kafka a running Kafka and registry; empty for the embedded ones
 * @param partitions how many each topic is made with, by name
 * @param simulator the provider simulator to run; empty for none
 * @param catalogues besides the simulator's
 * @param testers how many tester workers
 * @param settings for the parts that can only be read when addresses are known; checked already
 * @param gateway empty for none
 * @param webhooks told of changes while there is a gateway
 */
public record UpConfig(
        Path data,
        Optional<KafkaSettings> kafka,
        Map<String, Integer> partitions,
        Optional<SimulatorConfig> simulator,
        List<CatalogueConfig> catalogues,
        int testers,
        Settings settings,
        RankingConfig ranking,
        Optional<GatewayConfig> gateway,
        List<WebhookConfig> webhooks) {
    public UpConfig {
        data = data.toAbsolutePath().normalize();
        catalogues = List.copyOf(catalogues);
        webhooks = List.copyOf(webhooks);
    }
}
