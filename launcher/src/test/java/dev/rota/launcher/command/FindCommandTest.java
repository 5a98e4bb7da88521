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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a Kafka: the catalogue itself is asked. */
class FindCommandTest {
    private static final String LIST = """
            {"data":[
              {"id":"qwen/qwen3-coder:free","context_length":262144,"supported_parameters":["tools"],
               "architecture":{"input_modalities":["text"],"output_modalities":["text"]},
               "pricing":{"prompt":"0","completion":"0"}},
              {"id":"qwen/qwen3-235b-a22b","context_length":40960,
               "architecture":{"input_modalities":["text"],"output_modalities":["text"]},
               "pricing":{"prompt":"0.0000002","completion":"0.0000008"}}]}""";

    @TempDir
    Path directory;

    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/models", exchange -> {
            byte[] body = LIST.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anIdThatExistsIsDone() {
        Shell.Ran run = find("qwen/qwen3-coder:free");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .isEqualTo("shop/qwen/qwen3-coder:free is in the catalogue: free, context 262,144, tools\n");
        assertThat(run.err()).isEqualTo("looked at 2 models listed now by shop\n");
    }

    @Test
    void aGuessedIdGetsTheNearestRealOnesWithTheReason() {
        Shell.Ran run = find("alibaba/qwen3-coder", "qwen/qwen3-235b-a22b:free");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("alibaba/qwen3-coder is in no catalogue now; nearest:")
                .contains("wrong family: it is qwen, not alibaba; \":free\" is missing")
                .contains("there is no \":free\" variant; only to be had for money");
    }

    @Test
    void programsGetOneObjectALine() {
        Shell.Ran run = find("--json", "qwen/qwen3-coder", "qwen/qwen3-coder:free");
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.out().lines().findFirst().orElseThrow())
                .startsWith("{\"wanted\":\"qwen/qwen3-coder\",\"exists\":false,\"models\":[],\"nearest\":[{\"model\":"
                        + "\"shop/qwen/qwen3-coder:free\",\"reason\":\"\\\":free\\\" is missing\",\"facts\":{");
        assertThat(run.out()).contains("\"exists\":true,\"models\":[{\"model\":\"shop/qwen/qwen3-coder:free\"");
    }

    @Test
    void withoutIdsTheWantedOnesAreLookedFor() throws IOException {
        Path config = Files.writeString(
                directory.resolve("rota.yaml"),
                "wanted: [qwen/qwen3-coder:free]\ncatalogues: {shop: {url: \"" + url() + "\"}}\n");
        Shell.Ran run = shell().run("find", "--config", config.toString());
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("shop/qwen/qwen3-coder:free is in the catalogue");
    }

    @Test
    void withNeitherItIsWrongUsage() {
        Shell.Ran run = find();
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("name an id");
    }

    @Test
    void aCatalogueThatCannotBeReadSaysNothingOfAnyId() {
        status = 503;
        Shell.Ran run = find("qwen/qwen3-coder:free");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("catalogue shop: status: is 503", "no catalogue could be read");
    }

    private Shell shell() {
        return new Shell(directory.resolve("running"));
    }

    private Shell.Ran find(String... args) {
        List<String> all = new ArrayList<>(List.of("find", "--catalogue", "shop=" + url()));
        all.addAll(List.of(args));
        return shell().run(all.toArray(String[]::new));
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }
}
