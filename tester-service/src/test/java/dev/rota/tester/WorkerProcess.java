package dev.rota.tester;

import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.simulator.ProviderSimulator;
import dev.rota.testsupport.kafka.TestKafka;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

    /** Starts one. */
    static Process start(TestKafka kafka, ProviderSimulator simulator) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=dev.rota.event",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        WorkerProcess.class.getName(),
                        kafka.bootstrapServers(),
                        kafka.registryUrl(),
                        simulator.baseUrl().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Some runners of tests load them apart from the JVM's own class path. */
    private static String classPath() {
        return WorkerProcess.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }
}
