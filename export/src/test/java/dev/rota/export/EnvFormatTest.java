package dev.rota.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFormatTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void aShellReadsTheWholeOrder() throws Exception {
        Map<String, String> read =
                sourced(new Samples().free("openrouter/b/two:free").free("groq/a/one"));

        assertThat(read)
                .containsEntry("LLM_MODEL", "openrouter/b/two:free")
                .containsEntry("LLM_BASE_URL", "https://openrouter.ai/api/v1")
                .containsEntry("LLM_API_KEY", "the-key")
                .containsEntry("ROTA_ROTATION", "speed")
                .containsEntry("ROTA_PRIMARY", "openrouter/b/two:free")
                .containsEntry("ROTA_MODELS", "openrouter/b/two:free,groq/a/one")
                .containsEntry("ROTA_MODEL_2", "groq/a/one")
                .containsEntry("ROTA_PROVIDER_ID_2", "a/one")
                .containsEntry("ROTA_BASE_URL_2", "https://api.groq.com/openai/v1")
                .containsEntry("ROTA_KEY_VARIABLE_2", "GROQ_API_KEY");
    }

    @Test
    void nothingInANameIsRun() throws Exception {
        String name = "openrouter/a/$(touch evil)`touch evil`';touch evil;'\" \\";

        Map<String, String> read = sourced(new Samples().free(name));

        assertThat(read).containsEntry("ROTA_PRIMARY", name);
        assertThat(directory.resolve("evil")).doesNotExist();
    }

    private Map<String, String> sourced(Samples samples) throws Exception {
        Path file = directory.resolve("rota.env");
        Files.writeString(file, new EnvFormat().write(samples.select()));
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", "set -a; . ./rota.env; env")
                .directory(directory.toFile())
                .redirectErrorStream(true);
        shell.environment().put("OPENROUTER_API_KEY", "the-key");
        Process process = shell.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        Map<String, String> variables = new HashMap<>();
        text.lines().filter(line -> line.contains("=")).forEach(line -> {
            int equals = line.indexOf('=');
            variables.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return variables;
    }
}
