package dev.rota.discovery;

import com.sun.management.OperatingSystemMXBean;
import dev.rota.embedded.EmbeddedKafka;
import dev.rota.embedded.EmbeddedKafkaConfig;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.TopicSetup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/**
 * What so many models in so many catalogues cost discovery: two sweeps of all of them, the first of which finds every
 * model and has it probed, and the second nothing new. Broker and providers are in the same process, so their processor
 * time is counted in.
 *
 * <p>Arguments: catalogues, models of each.
 */
final class DiscoveryScale {
    private DiscoveryScale() {}

    public static void main(String[] args) throws Exception {
        int catalogues = Integer.parseInt(args[0]);
        int models = Integer.parseInt(args[1]);
        try (EmbeddedKafka broker = new EmbeddedKafka(new EmbeddedKafkaConfig(
                Files.createTempDirectory("rota-discovery-scale"), EmbeddedKafkaConfig.ANY_PORT))) {
            broker.start();
            KafkaSettings kafka = KafkaSettings.of(broker.bootstrapServers(), "mock://scale");
            try (Admin admin = Admin.create(kafka.clientWith(Map.of()))) {
                new TopicSetup(admin).ensure(Map.of());
            }
            List<CatalogueServer> servers = new ArrayList<>();
            byte[] body = body(models);
            for (int i = 0; i < catalogues; i++) {
                servers.add(new CatalogueServer());
                servers.getLast().answer(200, body);
            }
            sweep("everything new", kafka, servers);
            sweep("nothing new", kafka, servers);
            servers.forEach(CatalogueServer::close);
        }
    }

    private static void sweep(String what, KafkaSettings kafka, List<CatalogueServer> servers) throws Exception {
        List<CatalogueConfig> configs = new ArrayList<>();
        for (int i = 0; i < servers.size(); i++) {
            configs.add(CatalogueConfig.at(
                    "provider-%02d".formatted(i), servers.get(i).url()));
        }
        long heap = heap();
        long cpu = cpu();
        long begin = System.nanoTime();
        try (DiscoveryService service = new DiscoveryService(
                DiscoveryConfig.of(configs),
                kafka,
                new SecretSource(Map.of()),
                DiscoveryListener.NONE,
                new SimpleMeterRegistry(),
                Clock.systemUTC())) {
            SweepReport report = service.sweepOnce(Duration.ofMinutes(1));
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d catalogues, %d models, %d probes in %.1f s, CPU %.1f s, heap %.0f MB%n",
                    what,
                    report.catalogues().size(),
                    report.catalogues().stream()
                            .mapToInt(CatalogueReport::models)
                            .sum(),
                    report.probes().size(),
                    (System.nanoTime() - begin) / 1e9,
                    (cpu() - cpu) / 1e9,
                    (heap() - heap) / 1e6);
        }
    }

    /** Records about as large as OpenRouter's. */
    private static byte[] body(int models) {
        StringBuilder json = new StringBuilder("{\"data\":[");
        String description = "A model that does what models do. ".repeat(18);
        for (int i = 0; i < models; i++) {
            json.append(i == 0 ? "" : ",").append("""
                            {"id":"family-%d/model-%d:free","name":"Model %d","created":1787336476,"description":"%s",
                            "context_length":131072,"architecture":{"input_modalities":["text"],"output_modalities":["text"]},
                            "pricing":{"prompt":"0","completion":"0"},"top_provider":{"max_completion_tokens":8192},
                            "supported_parameters":["max_tokens","response_format","seed","stop","temperature","tools","top_p"]}
                            """.formatted(i % 60, i, i, description));
        }
        return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static long heap() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
