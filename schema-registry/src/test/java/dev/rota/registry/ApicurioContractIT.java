package dev.rota.registry;

import io.confluent.kafka.schemaregistry.client.rest.RestService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A registry that others run in production keeps the same contract, so the contract is no invention of ours. Runs with
 * {@code -Papicurio}, which fetches it.
 */
@EnabledIfSystemProperty(
        named = "rota.apicurio.directory",
        matches = ".+",
        disabledReason = "run with -Papicurio to test against Apicurio Registry (a download of 158 MB)")
class ApicurioContractIT extends RegistryContract {

    private static Process process;
    private static String url;

    @BeforeAll
    static void start() throws IOException {
        Path directory = Path.of(System.getProperty("rota.apicurio.directory"));
        int port = freePort();
        process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.management.port=" + freePort(),
                        "-jar",
                        directory.resolve("quarkus-run.jar").toString()))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("apicurio.log").toFile())
                .start();
        url = "http://127.0.0.1:" + port + "/apis/ccompat/v7";
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .until(() -> new RestService(url).getAllSubjects() != null);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        process.destroy();
        process.waitFor(60, TimeUnit.SECONDS);
    }

    @Override
    String url() {
        return url;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
