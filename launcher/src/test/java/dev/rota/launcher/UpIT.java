package dev.rota.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.rota.domain.rotation.Rotation;
import dev.rota.json.JsonForms;
import dev.rota.simulator.ProviderSimulator;
import dev.rota.simulator.SimulatorConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** All of Rota in this process, as its command line runs it. */
@Timeout(300)
class UpIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    @Test
    void oneSweepEndsWithARotationAndASecondStartGoesOnWithIt() throws IOException {
        Shell shell = new Shell(directory.resolve("running"));
        String data = directory.resolve("data").toString();
        try (ProviderSimulator simulator = quickSimulator()) {
            String[] up = {"up", "--catalogue", "mine=" + simulator.baseUrl(), "--data", data, "--port", "0"};

            Shell.Ran once = shell.run(with(up, "--once", "--json"));

            assertThat(once.code()).as(once.err()).isZero();
            Rotation first = JsonForms.ROTATION.read(once.out());
            assertThat(first.entries())
                    .isNotEmpty()
                    .allSatisfy(entry -> assertThat(entry.model().catalogue()).isEqualTo("mine"));
            try (Shell.Running running = shell.start(up);
                    Shell.Running watch = watching(shell, running)) {
                theOtherTerminalSees(first, shell, data);
                URI metrics = httpOf(running).resolve("/metrics");
                assertThat(DeployedMetrics.asked()).hasSizeGreaterThan(20);
                await().atMost(LIMIT)
                        .untilAsserted(() ->
                                assertThat(DeployedMetrics.missingAt(metrics)).isEmpty());
                await().atMost(LIMIT).until(() -> watch.out().contains("speed"));
            }
        }
        assertThat(shell.run("rotation", "--data", data).err()).contains("no Rota runs on this machine");
    }

    private ProviderSimulator quickSimulator() throws IOException {
        Path scenario = Files.writeString(directory.resolve("scenario.yaml"), "timeScale: 50\n");
        ProviderSimulator simulator =
                new ProviderSimulator(SimulatorConfig.stock().withPort(0).withScenarioFile(scenario));
        simulator.start();
        return simulator;
    }

    private static String[] with(String[] command, String... more) {
        return Stream.concat(Arrays.stream(command), Arrays.stream(more)).toArray(String[]::new);
    }

    private static Shell.Running watching(Shell shell, Shell.Running up) {
        await().atMost(LIMIT).until(() -> up.err().contains("ready after"));
        return shell.start("watch");
    }

    private static URI httpOf(Shell.Running up) {
        String line = up.err()
                .lines()
                .filter(each -> each.startsWith("HTTP on "))
                .findFirst()
                .orElseThrow();
        return URI.create(line.substring("HTTP on ".length()));
    }

    private static void theOtherTerminalSees(Rotation first, Shell shell, String data) {
        Shell.Ran asked = shell.run("rotation", "--data", data, "--json");
        assertThat(asked.code()).as(asked.err()).isZero();
        assertThat(JsonForms.ROTATION.read(asked.out()).revision()).isGreaterThanOrEqualTo(first.revision());
        assertThat(shell.run("models", "--data", data, "--json").out())
                .contains(first.entries().getFirst().model().toString());
        assertThat(shell.run("changes", "--data", data).out()).contains("speed");
        String model = first.entries().getFirst().model().toString();
        assertThat(shell.run("find", model, "--data", data).out()).startsWith(model + " is in the catalogue: free");
        Shell.Ran guess = shell.run("find", model + ":free:free", "--data", data);
        assertThat(guess.code()).isEqualTo(Rota.FAILED);
        assertThat(guess.out()).contains("nearest", model);
        await().atMost(LIMIT).untilAsserted(() -> {
            Shell.Ran doctor = shell.run("doctor", "--data", data);
            assertThat(doctor.code()).as(doctor.out()).isZero();
            assertThat(doctor.out()).contains("1 broker at", "catalogue mine", "ready at", "speed has");
        });
        Shell.Ran unknown = shell.run("rotation", "sped", "--data", data);
        assertThat(unknown.code()).isNotZero();
        assertThat(unknown.err()).contains("speed");
    }

    @Test
    void cataloguesThatCannotBeReadAreNamedAndNothingIsRanked() throws Exception {
        try (Provider failing = new Provider(500, "<html>oops</html>");
                Provider page = new Provider(200, "<html>hello</html>");
                Provider broken = new Provider(200, "{\"data\": [{\"id\": \"a/b\"")) {
            Shell.Ran once = new Shell(directory.resolve("running"))
                    .run(
                            "up",
                            "--once",
                            "--catalogue",
                            "failing=" + failing.url(),
                            "--catalogue",
                            "page=" + page.url(),
                            "--catalogue",
                            "broken=" + broken.url(),
                            "--data",
                            directory.resolve("data").toString(),
                            "--port",
                            "0");

            assertThat(once.code()).isEqualTo(Rota.FAILED);
            assertThat(once.err())
                    .containsPattern("catalogue failing: .*500")
                    .containsPattern("catalogue page: .*JSON")
                    .containsPattern("catalogue broken: .*JSON")
                    .contains("no catalogue could be read")
                    .doesNotContain("\tat ");
            assertThat(once.out()).isEmpty();
        }
    }

    @Test
    void aTakenPortIsNamedBeforeAnythingIsWritten() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            Shell.Ran up = new Shell(directory.resolve("running"))
                    .run("up", "--data", directory.resolve("data").toString(), "--port", port);

            assertThat(up.code()).isEqualTo(Rota.FAILED);
            assertThat(up.err()).contains(port, "--port").doesNotContain("\tat ");
        }
    }

    @Test
    void aDataDirectoryThatIsAFileIsNamed() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "mine");

        Shell.Ran up = new Shell(directory.resolve("running")).run("up", "--data", file.toString(), "--port", "0");

        assertThat(up.code()).isEqualTo(Rota.FAILED);
        assertThat(up.err()).contains(file.toString(), "--data").doesNotContain("\tat ");
        assertThat(file).hasContent("mine");
    }

    /** Answers every request alike. */
    private static final class Provider implements AutoCloseable {
        private final HttpServer server;

        Provider(int status, String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
            server.createContext("/", exchange -> {
                try (exchange) {
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                }
            });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
