package dev.rota.tester;

import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.kafka.KafkaSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A tester in a process of its own, so that a test can kill it. Works until it is killed. */
final class WorkerProcess {
    private WorkerProcess() {}

    /** Takes the addresses of Kafka, of the registry and of the simulator. */
    public static void main(String[] arguments) throws InterruptedException {
        TesterConfig config = TesterConfig.of(
                        KafkaSettings.of(arguments[0], arguments[1]),
                        List.of(CatalogueConfig.simulator(URI.create(arguments[2]))),
                        new SecretSource(Map.of()))
                .withSlots(4)
                .withWorker("victim");
        TesterService service =
                new TesterService(config, Fakes.library(), Fakes.GRADING, new SimpleMeterRegistry(), Clock.systemUTC());
        service.start();
        Thread.currentThread().join();
    }
}
