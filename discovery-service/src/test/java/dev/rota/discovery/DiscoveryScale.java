package dev.rota.discovery;

import com.sun.management.OperatingSystemMXBean;
import dev.rota.embedded.EmbeddedKafka;
import dev.rota.embedded.EmbeddedKafkaConfig;
import dev.rota.runtime.catalogue.CatalogueBudget;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.catalogue.CatalogueFilter;
import dev.rota.runtime.catalogue.CatalogueType;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.TopicSetup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;

/**
 * What so many models in so many catalogues cost discovery: two sweeps as {@code up --once} makes them, then some
 * seconds of standing by. Such a sweep publishes a probe of every model, due or not, so both publish as many; the first
 * publishes all facts besides. Broker and providers are in the same process, so their processor time is counted in.
 *
 * <p>Arguments: catalogues, models of each, and if wanted, requests a minute that each catalogue's account allows. By
 * default nothing limits them. With a limit the sweeps take the minutes that it asks for, three requests a model.
 */
final class DiscoveryScale {
    private static final Duration AT_REST = Duration.ofSeconds(20);

    private DiscoveryScale() {}

    public static void main(String[] args) throws Exception {
        int catalogues = Integer.parseInt(args[0]);
        int models = Integer.parseInt(args[1]);
        int perMinute = args.length > 2 ? Integer.parseInt(args[2]) : 1_000_000;
        try (EmbeddedKafka broker = new EmbeddedKafka(new EmbeddedKafkaConfig(
                Files.createTempDirectory("rota-discovery-scale"), EmbeddedKafkaConfig.ANY_PORT))) {
            broker.start();
            KafkaSettings kafka = KafkaSettings.of(broker.bootstrapServers(), "mock://scale");
            try (Admin admin = Admin.create(kafka.clientWith(Map.of()))) {
                new TopicSetup(admin).ensure(Map.of());
            }
            List<CatalogueServer> servers = new ArrayList<>();
            List<CatalogueConfig> configs = new ArrayList<>();
            byte[] body = body(models);
            for (int i = 0; i < catalogues; i++) {
                servers.add(new CatalogueServer());
                servers.getLast().answer(200, body);
                configs.add(catalogue(
                        "provider-%02d".formatted(i), servers.getLast().url(), perMinute));
            }
            sweep("everything new", kafka, configs);
            sweep("everything known", kafka, configs);
            rest(kafka, configs);
            servers.forEach(CatalogueServer::close);
        }
    }

    private static CatalogueConfig catalogue(String name, URI url, int perMinute) {
        return new CatalogueConfig(
                name,
                CatalogueType.OPENROUTER,
                url,
                Optional.empty(),
                Duration.ofMinutes(15),
                CatalogueFilter.freeModels(),
                new CatalogueBudget(perMinute, 1_000_000_000, 0),
                false,
                0);
    }

    private static void sweep(String what, KafkaSettings kafka, List<CatalogueConfig> configs) throws Exception {
        long heap = heap();
        long cpu = cpu();
        long begin = System.nanoTime();
        try (DiscoveryService service = service(kafka, configs, DiscoveryListener.NONE)) {
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

    /** Every catalogue has been read, every probe is published and unanswered: nothing is due. */
    private static void rest(KafkaSettings kafka, List<CatalogueConfig> configs) throws Exception {
        CountDownLatch swept = new CountDownLatch(configs.size());
        DiscoveryListener listener = new DiscoveryListener() {
            @Override
            public void onSweep(CatalogueReport report) {
                swept.countDown();
            }
        };
        try (DiscoveryService service = service(kafka, configs, listener)) {
            service.start();
            swept.await();
            long cpu = cpu();
            long begin = System.nanoTime();
            LockSupport.parkNanos(AT_REST.toNanos());
            System.out.printf(
                    Locale.ROOT,
                    "nothing to do: %.1f %% of a core, broker included%n",
                    100.0 * (cpu() - cpu) / (System.nanoTime() - begin));
        }
    }

    private static DiscoveryService service(
            KafkaSettings kafka, List<CatalogueConfig> configs, DiscoveryListener listener) {
        return new DiscoveryService(
                DiscoveryConfig.of(configs),
                kafka,
                new SecretSource(Map.of()),
                listener,
                new SimpleMeterRegistry(),
                Clock.systemUTC());
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
