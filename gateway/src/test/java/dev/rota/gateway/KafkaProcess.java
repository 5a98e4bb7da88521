package dev.rota.gateway;

import dev.rota.testsupport.kafka.KafkaBackend;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * A broker and a registry in a process of their own, as a gateway has them: what they allocate and collect is not the
 * gateway's. The child says its two addresses in one line, and ends when its input does.
 */
final class KafkaProcess implements AutoCloseable {
    private static final String SAYS = "kafka ";

    private final Process process;
    private final String bootstrapServers;
    private final String registryUrl;

    private KafkaProcess(Process process, String addresses) {
        this.process = process;
        this.bootstrapServers = addresses.substring(0, addresses.indexOf(' '));
        this.registryUrl = addresses.substring(addresses.indexOf(' ') + 1);
    }

    public static void main(String[] args) throws IOException {
        try (KafkaBackend kafka = KafkaBackend.inProcess()) {
            System.out.println(SAYS + kafka.bootstrapServers() + " " + kafka.registryUrl());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    static KafkaProcess start() throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx448m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KafkaProcess.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(SAYS)) {
                Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
                return new KafkaProcess(process, line.substring(SAYS.length()));
            }
        }
        throw new IllegalStateException("the broker ended before it said where it is");
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    String registryUrl() {
        return registryUrl;
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.waitFor();
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
