package dev.rota.launcher.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.rota.domain.result.TestResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String GOOD = line("r1", "2026-05-01T00:00:00Z");

    @TempDir
    Path directory;

    @Test
    void everyKindOfBadLineIsCountedAndTheGoodOnesAreUsed() throws IOException {
        Path file = write(GOOD
                + "{not json\n"
                + "\n"
                + "{\"model\":\"a/b\"}\n"
                + GOOD
                + line("r2", "2027-01-01T00:00:00Z")
                + line("r3", "2026-05-02T00:00:00Z"));
        List<TestResult> results = new ArrayList<>();

        BadLines bad = new HistoryFile(file, CLOCK).read(results::add, _ -> {});

        assertThat(results).extracting(TestResult::resultId).containsExactly("r1", "r1", "r3");
        assertThat(bad.lossy()).isTrue();
        assertThat(bad.sentences("f"))
                .hasSize(4)
                .anySatisfy(text -> assertThat(text).startsWith("f: 1 line not JSON; the first is line 2: "))
                .anySatisfy(text -> assertThat(text).startsWith("f: 1 line not a result; the first is line 4: "))
                .anySatisfy(text -> assertThat(text).isEqualTo("f: 1 line repeated; the first is line 5: resultId r1"))
                .anySatisfy(text -> assertThat(text).startsWith("f: 1 line from the future; the first is line 6: "));
    }

    @Test
    void aGzippedFileIsReadLikeAPlainOne() throws IOException {
        Path file = directory.resolve("h.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(GOOD.getBytes(StandardCharsets.UTF_8));
        }
        List<TestResult> results = new ArrayList<>();

        BadLines bad = new HistoryFile(file, CLOCK).read(results::add, _ -> {});

        assertThat(results).hasSize(1);
        assertThat(bad.isEmpty()).isTrue();
    }

    @Test
    void linesInManyBlocksComeInTheFilesOrderWithTheirNumbers() throws IOException {
        StringBuilder text = new StringBuilder();
        int count = 60_000;
        for (int i = 0; i < count; i++) {
            text.append(i == 41_000 ? "{oops\n" : line("r" + i, "2026-05-01T00:00:00Z"));
        }
        List<String> ids = new ArrayList<>();

        BadLines bad =
                new HistoryFile(write(text.toString()), CLOCK).read(result -> ids.add(result.resultId()), _ -> {});

        assertThat(text.length()).isGreaterThan(3 << 21);
        assertThat(ids)
                .isEqualTo(IntStream.range(0, count)
                        .filter(i -> i != 41_000)
                        .mapToObj(i -> "r" + i)
                        .toList());
        assertThat(bad.sentences("f")).singleElement().asString().contains("the first is line 41001: ");
    }

    @Test
    void aRepeatedLineIsToldAndNoFailure() throws IOException {
        BadLines bad = new HistoryFile(write(GOOD + GOOD), CLOCK).read(_ -> {}, _ -> {});

        assertThat(bad.isEmpty()).isFalse();
        assertThat(bad.lossy()).isFalse();
    }

    @Test
    void anImpossibleResultIsToldAndNotUsed() throws IOException {
        String slow = GOOD.replace("900", "99000000000");
        BadLines bad = new HistoryFile(write(slow + GOOD.replace("900", "-1")), CLOCK)
                .read(result -> fail("used " + result), _ -> {});

        assertThat(bad.sentences("f"))
                .anySatisfy(text -> assertThat(text).startsWith("f: 1 line impossible; the first is line 1: latencyMs"))
                .anySatisfy(text -> assertThat(text).startsWith("f: 1 line not a result; the first is line 2: "));
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = directory.resolve("none.jsonl");

        assertThatThrownBy(() -> new HistoryFile(file, CLOCK).read(_ -> {}, _ -> {}))
                .hasMessage(file + " cannot be read: there is no such file");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("h.jsonl"), text);
    }

    private static String line(String id, String startedAt) {
        return "{\"resultId\":\"" + id + "\",\"model\":\"openrouter/acme/x:free\",\"startedAt\":\"" + startedAt
                + "\",\"outcome\":\"SUCCESS\",\"latencyMs\":900}\n";
    }
}
