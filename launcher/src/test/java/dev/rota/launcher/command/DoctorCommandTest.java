package dev.rota.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.rota.launcher.Shell;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a machine where no Rota runs; with one, it is part of UpIT. */
class DoctorCommandTest {
    private static final String KEY = "sk-or-v1-0123456789abcdef0123456789abcdef";

    @TempDir
    Path directory;

    private HttpServer provider;
    private int keyStatus = 200;

    @BeforeEach
    void serve() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        serve("/v1/models", "{\"data\":[{\"id\":\"a/one\"}]}");
        serve("/v1/key", "{\"data\":{}, \"said\":\"" + KEY + "\"}");
        provider.start();
    }

    private void serve(String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        provider.createContext(path, exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(path.endsWith("key") ? keyStatus : 200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
    }

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    @Test
    void aMachineOnWhichNothingIsBrokenIsDone() throws IOException {
        Shell.Ran run = doctor("catalogues: {shop: {url: \"" + url() + "\"}}");
        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.out())
                .contains("ok      configuration", "Java 2", "1 models at " + url(), "→ start it with ./rota up");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void whereNoneRunsItsDataDirectoryIsNamed() throws IOException {
        Path data = directory.resolve("data");
        Path config = Files.writeString(directory.resolve("rota.yaml"), "catalogues: {shop: {url: \"" + url() + "\"}}");
        Shell.Ran run = new Shell(directory.resolve("running"))
                .run("doctor", "--config", config.toString(), "--data", data.toString());
        assertThat(run.out()).contains("none runs with the data directory " + data);
    }

    @Test
    void everyMistakeInTheConfigurationIsTold() throws IOException {
        Shell.Ran run = doctor("tester: {slot: 8}\ngateway: {prot: 1}\n");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("tester.slot: unknown setting; did you mean \"tester.slots\"?")
                .contains("gateway.prot: unknown setting; did you mean \"gateway.port\"?");
    }

    @Test
    void aKeyIsTriedAndNeverShown() throws IOException {
        String config = "catalogues: {shop: {url: \"" + url() + "\", apiKeyVariable: SHOP_KEY}}";
        assertThat(doctor(config).out()).contains("SHOP_KEY is not set");
        Shell.Ran good = doctor(config, Map.of("SHOP_KEY", KEY));
        assertThat(good.code()).isZero();
        assertThat(good.out()).contains("the key in SHOP_KEY is accepted");
        keyStatus = 401;
        Shell.Ran refused = doctor(config, Map.of("SHOP_KEY", KEY));
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out())
                .contains("the key in SHOP_KEY is refused: the status is 401", "→ put a valid key into SHOP_KEY")
                .doesNotContain("0123456789abcdef");
    }

    @Test
    void aCatalogueAndAKafkaThatAreNotThereAreBroken() throws IOException {
        Shell.Ran run = doctor("""
                kafka: {bootstrap.servers: "127.0.0.1:1", default.api.timeout.ms: 2000, request.timeout.ms: 1000}
                catalogues: {shop: {url: "http://127.0.0.1:1/v1"}}
                """);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("broken  catalogue shop", "→ check catalogues.shop.url", "broken  kafka")
                .contains("→ see that Kafka runs at 127.0.0.1:1");
    }

    private Shell.Ran doctor(String yaml) throws IOException {
        return doctor(yaml, Map.of());
    }

    private Shell.Ran doctor(String yaml, Map<String, String> environment) throws IOException {
        Path config = Files.writeString(directory.resolve("rota.yaml"), yaml);
        return new Shell(directory.resolve("running")).with(environment).run("doctor", "--config", config.toString());
    }

    private String url() {
        return "http://127.0.0.1:" + provider.getAddress().getPort() + "/v1";
    }
}
