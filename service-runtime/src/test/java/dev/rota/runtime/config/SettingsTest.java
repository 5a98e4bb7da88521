package dev.rota.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private static final Set<String> TESTER = Set.of("tester");
    private static final Set<String> ALL = Set.of("tester", "kafka");

    @TempDir
    Path directory;

    @Test
    void aFlagBeatsTheEnvironmentWhichBeatsTheFileWhichBeatsTheDefault() throws IOException {
        Path file = file("tester: {a: 1, b: 1, c: 1}");
        Settings settings =
                Settings.load(file, Map.of("ROTA_TESTER_B", "2", "ROTA_TESTER_C", "2"), Map.of("tester.c", "3"));

        assertThat(List.of("d", "a", "b", "c").stream().map(key -> settings.integer("tester." + key, 0, 0, 9)))
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void everyProblemIsReportedAtOnce() throws IOException {
        Settings settings =
                Settings.load(file("tester: {slots: many, idle: 5, queue: shared, slot: 8}"), Map.of(), Map.of());
        settings.integer("tester.slots", 8, 1, 512);
        settings.duration("tester.idle", Duration.ofSeconds(5), Duration.ZERO, Duration.ofHours(1));
        settings.choice("tester.queue", Queue.class, Queue.SHARE);

        assertThatThrownBy(() -> settings.check(TESTER, ALL))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        e -> assertThat(e.problems())
                                .containsExactlyInAnyOrder(
                                        "tester.slots: must be a number, not \"many\"",
                                        "tester.idle: \"5\" is no duration; write a number and a unit (ms, s, m, h, d), such as 90s or"
                                                + " 7d, not \"5\"",
                                        "tester.queue: must be one of share, classic, not \"shared\"",
                                        "tester.slot: unknown setting; did you mean \"tester.slots\"?"));
    }

    @Test
    void aValueOutOfRangeNamesTheRange() throws IOException {
        Settings settings = Settings.load(file("tester: {slots: 0}"), Map.of(), Map.of());
        settings.integer("tester.slots", 8, 1, 512);

        assertThatThrownBy(() -> settings.check(TESTER, ALL))
                .hasMessage("tester.slots: must be from 1 to 512, not \"0\"");
    }

    @Test
    void anUnknownSectionIsAMistakeButAnotherServicesSectionIsNot() throws IOException {
        Settings settings = Settings.load(file("testr: {slots: 8}\nkafka: {acks: all}"), Map.of(), Map.of());

        assertThatThrownBy(() -> settings.check(TESTER, ALL))
                .hasMessage("testr.slots: unknown setting; did you mean \"tester\"?");
    }

    @Test
    void aProblemNamesTheLayerItIsIn() {
        Settings settings = Settings.load(null, Map.of("ROTA_TESTER_SLOTS", "x"), Map.of("tester.idle", "y"));
        settings.integer("tester.slots", 8, 1, 512);
        settings.integer("tester.idle", 8, 1, 512);

        assertThatThrownBy(() -> settings.check(TESTER, ALL))
                .hasMessageContaining("ROTA_TESTER_SLOTS: must be a number")
                .hasMessageContaining("tester.idle (a flag): must be a number");
    }

    @Test
    void whatIsPassedThroughIsNeverUnknown() throws IOException {
        Settings settings = Settings.load(
                file("kafka:\n  security.protocol: SASL_SSL\n  sasl: {mechanism: PLAIN}"),
                Map.of("ROTA_KAFKA_SASL_MECHANISM", "SCRAM-SHA-512"),
                Map.of());

        assertThat(settings.passThrough("kafka"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("security.protocol", "SASL_SSL", "sasl.mechanism", "SCRAM-SHA-512"));
        settings.check(ALL, ALL);
    }

    @Test
    void theEffectiveSettingsHideSecrets() {
        Settings settings = Settings.load(
                null,
                Map.of(),
                Map.of("kafka.sasl.jaas.config", "password=hunter2", "kafka.ssl.keystore.password", "hunter2"));
        settings.passThrough("kafka");
        settings.text("kafka.note", "https://user:hunter2@host/");

        assertThat(settings.effective().values()).noneMatch(value -> value.contains("hunter2"));
    }

    @Test
    void brokenYamlNamesTheFileAndTheLine() throws IOException {
        Path file = file("tester:\n  slots: [8\n");

        assertThatThrownBy(() -> Settings.load(file, Map.of(), Map.of())).hasMessageContaining(file + ": line ");
    }

    @Test
    void aMissingFileSaysWhatToDo() {
        Path file = directory.resolve("none.yaml");

        assertThatThrownBy(() -> Settings.load(file, Map.of(), Map.of()))
                .hasMessage(file + ": no such file; name an existing one with --config");
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(directory.resolve("rota.yaml"), yaml);
    }

    private enum Queue {
        SHARE,
        CLASSIC
    }
}
