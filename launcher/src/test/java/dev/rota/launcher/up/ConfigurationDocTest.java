package dev.rota.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.launcher.Context;
import dev.rota.launcher.instance.Instances;
import dev.rota.launcher.options.RegistrySettings;
import dev.rota.launcher.terminal.Terminal;
import dev.rota.monitor.MonitorConfig;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.config.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds docs/configuration.md to what is read: every key, each with its default, and none besides. */
class ConfigurationDocTest {
    private static final Path DOC = Path.of("../docs/configuration.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([A-Za-z.]+)` \\| ([^|]*?) *\\|.*", Pattern.MULTILINE);

    /** Their defaults are no fixed text, or there is none. */
    private static final Set<String> WITHOUT_DEFAULT =
            Set.of("catalogues.NAME.url", "webhooks.NAME.url", "webhooks.NAME.secretVariable", "tester.worker");

    @TempDir
    Path directory;

    @Test
    void everyKeyIsDescribedWithItsDefault() throws IOException {
        Map<String, String> read = keysRead();
        Map<String, String> described = described();
        assertThat(described.keySet()).containsExactlyInAnyOrderElementsOf(read.keySet());
        read.keySet().removeAll(WITHOUT_DEFAULT);
        read.forEach((key, value) ->
                assertThat(described.get(key)).as(key).isEqualTo(value.isEmpty() ? "none" : "`" + value + "`"));
    }

    private Map<String, String> keysRead() throws IOException {
        Path file = Files.writeString(directory.resolve("rota.yaml"), """
                catalogues: {shop: {url: "http://localhost/v1"}}
                rotations: {speed: stock}
                webhooks: {pager: {url: "http://localhost/hook"}}
                """);
        Map<String, String> environment = Map.of("ROTA_WEBHOOK_PAGER_SECRET", "a secret of more than 32 characters");
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Context context = new Context(
                new Terminal(nowhere, nowhere, false, false),
                environment,
                new Instances(directory.resolve("running")),
                Clock.systemUTC());
        Settings settings = Settings.load(file, environment, Map.of());
        var _ = UpPlan.of(new UpFlags(true, directory, 1, List.of(), 1), settings, context);
        var _ = MonitorConfig.read(settings, new SecretSource(environment));
        var _ = RegistrySettings.read(settings, new SecretSource(environment));
        Map<String, String> keys = new TreeMap<>();
        settings.effective()
                .forEach((key, value) -> keys.put(
                        key.replace(".shop.", ".NAME.")
                                .replace(".pager.", ".NAME.")
                                .replace(".speed", ".NAME"),
                        value));
        return keys;
    }

    private static Map<String, String> described() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        Matcher matcher = ROW.matcher(Files.readString(DOC));
        while (matcher.find()) {
            rows.put(matcher.group(1), matcher.group(2));
        }
        return rows;
    }
}
