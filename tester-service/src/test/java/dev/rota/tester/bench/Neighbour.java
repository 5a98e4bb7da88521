package dev.rota.tester.bench;

import dev.rota.embedded.EmbeddedKafka;
import dev.rota.embedded.EmbeddedKafkaConfig;
import dev.rota.registry.SchemaRegistry;
import dev.rota.registry.SchemaRegistryConfig;
import dev.rota.simulator.ProviderSimulator;
import dev.rota.simulator.SimulatorConfig;
import dev.rota.simulator.scenario.ScenarioReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a tester talks to, each in a process of its own, so that it does not share the tester's heap and compiler. */
final class Neighbour implements AutoCloseable {
    private static final String READY = "ready ";

    private final Process process;
    private final List<String> addresses;

    private Neighbour(Process process, List<String> addresses) {
        this.process = process;
        this.addresses = addresses;
    }

    /**
     * A broker and a registry; their addresses in this order. Compiled quickly and not well: the better compiler would
     * be at work on the broker for minutes, on the cores that are measured.
     */
    static Neighbour kafka() throws IOException {
        return start("kafka", "", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    }

    /** A provider that plays a scenario; its base address. */
    static Neighbour simulator(String scenario) throws IOException {
        return start("simulator", scenario, "-XX:+UseSerialGC");
    }

    private static Neighbour start(String what, String argument, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=dev.rota.event",
                "-Xmx768m"));
        command.addAll(List.of(options));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), Neighbour.class.getName(), what, argument));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(READY)) {
                Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
                return new Neighbour(
                        process, List.of(line.substring(READY.length()).split(" ")));
            }
        }
        throw new IOException("the " + what + " ended before it was ready");
    }

    String address(int number) {
        return addresses.get(number);
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Runs until it is killed. */
    public static void main(String[] arguments) throws Exception {
        List<AutoCloseable> parts = new ArrayList<>();
        String addresses = arguments[0].equals("kafka") ? kafkaAndRegistry(parts) : simulatorWith(arguments[1], parts);
        System.out.println(READY + addresses);
        Thread.currentThread().join();
    }

    private static String kafkaAndRegistry(List<AutoCloseable> parts) throws IOException {
        Path directory = Files.createTempDirectory("rota-bench");
        EmbeddedKafka kafka = new EmbeddedKafka(new EmbeddedKafkaConfig(directory, EmbeddedKafkaConfig.ANY_PORT));
        kafka.start();
        SchemaRegistry registry =
                new SchemaRegistry(new SchemaRegistryConfig(kafka.bootstrapServers(), SchemaRegistryConfig.ANY_PORT));
        registry.start();
        parts.add(kafka);
        parts.add(registry);
        return kafka.bootstrapServers() + " " + registry.url();
    }

    private static String simulatorWith(String scenario, List<AutoCloseable> parts) throws IOException {
        Path file = Files.createTempFile("rota-bench", ".yaml");
        Files.writeString(file, scenario);
        ProviderSimulator simulator = new ProviderSimulator(SimulatorConfig.of(ScenarioReader.read(file)));
        simulator.start();
        parts.add(simulator);
        return simulator.baseUrl().toString();
    }

    @Override
    public void close() {
        try {
            process.destroyForcibly().waitFor();
            process.getInputStream().close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
