package dev.rota.provider.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rota.provider.Headers;
import dev.rota.provider.chat.ChatClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Judges every response that was recorded or quoted, and compares with a table that a person can review. The status is
 * the file name's; what it calls midstream comes as a frame after a first token.
 */
class GoldenResponsesTest {
    private static final Instant NOW = Instant.parse("2026-03-20T22:52:10Z");
    private static final Path RESPONSES =
            Path.of(System.getProperty("rota.shared", "../../shared")).resolve("data/responses");
    private static final Pattern STATUS = Pattern.compile("_([2-5]\\d\\d)(?:_|\\.)");

    @Test
    void everyRecordedResponseIsJudgedAsTheTableSays() throws IOException {
        assumeTrue(Files.isDirectory(RESPONSES), "skipped: no recorded responses at " + RESPONSES);
        String actual;
        try (Stream<Path> files = Files.list(RESPONSES)) {
            List<String> rows = files.filter(f -> !f.endsWith("INDEX.csv"))
                    .sorted()
                    .map(GoldenResponsesTest::row)
                    .toList();
            actual = String.join("\n", rows) + "\n";
        }
        assertThat(actual).isEqualTo(golden());
    }

    private static String row(Path file) {
        try {
            String name = file.getFileName().toString();
            Verdict verdict = Judge.judge(transcript(name, Files.readAllBytes(file)), NOW);
            return name + "\t"
                    + switch (verdict) {
                        case Verdict.Answered _ -> "ANSWERED";
                        case Verdict.Failed failed ->
                            failed.failure().kind() + "\t" + failed.failure().fault();
                    };
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Transcript transcript(String name, byte[] body) {
        Matcher matcher = STATUS.matcher(name);
        int status = matcher.find() ? Integer.parseInt(matcher.group(1)) : 200;
        if (!name.contains("midstream")) {
            return ChatClient.read(status, Headers.none(), body);
        }
        String text =
                new String(body, StandardCharsets.UTF_8).replaceAll("\\s+", " ").strip();
        String frame =
                text.startsWith("{") ? text : "{\"error\":{\"code\":" + status + ",\"message\":\"" + text + "\"}}";
        String stream = "data: {\"choices\":[{\"delta\":{\"content\":\"Hel\"}}]}\n\ndata: " + frame + "\n\n";
        return ChatClient.read(200, Headers.none(), stream.getBytes(StandardCharsets.UTF_8));
    }

    private static String golden() throws IOException {
        try (InputStream in = GoldenResponsesTest.class.getResourceAsStream("/golden/responses.tsv")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
