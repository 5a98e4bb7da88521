package dev.rota.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.launcher.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    private static final Instant T = Instant.parse("2026-08-01T00:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void history() {
        for (int hour = 0; hour < 72; hour++) {
            answer("openrouter/acme/quick:free", hour, hour < 40 ? 900 : 9_000);
            answer("openrouter/bolt/steady:free", hour, 2_000);
            lines.add("{\"model\":\"openrouter/old/gone:free\",\"startedAt\":\"" + T.plusSeconds(3_600L * hour + 9)
                    + "\",\"outcome\":\"FAILURE\",\"latencyMs\":80,"
                    + "\"failure\":{\"kind\":\"MODEL_NOT_FOUND\",\"message\":\"no <such> model\"}}");
        }
    }

    @Test
    void aFileOfResultsBecomesADocument() throws IOException {
        Shell.Ran run = run("report", "--input", file());

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("# Discovery report: rotation speed")
                .contains("2026-08-01 00:00 to 2026-08-03 23:00 UTC, all of history. 216 results of 3 models")
                .contains("openrouter/bolt/steady:free is the primary of speed")
                .contains("MODEL\\_NOT\\_FOUND")
                .contains("no &lt;such&gt; model");
    }

    @Test
    void aPastRangeIsAsItWas() throws IOException {
        Shell.Ran run = run("report", "--input", file(), "--from", "2026-08-02", "--to", "2026-08-02T12:00:00Z");

        assertThat(run.out())
                .contains("2026-08-02 00:00 to 2026-08-02 12:00 UTC. ")
                .contains("openrouter/acme/quick:free is the primary of speed");
    }

    @Test
    void theSameFileMakesTheSameBytes() throws IOException {
        String file = file();

        assertThat(run("report", "--input", file, "--format", "html").out())
                .isEqualTo(run("report", "--input", file, "--format", "html").out())
                .startsWith("<!DOCTYPE html>");
    }

    @Test
    void theNameOfTheOutputSaysItsFormat() throws IOException {
        Path page = directory.resolve("report.html");

        Shell.Ran run = run("report", "--input", file(), "--out", page.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("written to " + page);
        assertThat(page).content().startsWith("<!DOCTYPE html>");
    }

    @Test
    void badLinesAreAccountedForAndTheGoodOnesKept() throws IOException {
        lines.add(7, "not json");

        Shell.Ran strict = run("report", "--input", file());
        Shell.Ran lax = run("report", "--input", file(), "--skip-bad");

        assertThat(strict.code()).isEqualTo(1);
        assertThat(strict.err()).contains("1 line not JSON; the first is line 8");
        assertThat(strict.out()).contains("216 results");
        assertThat(lax.code()).isZero();
        assertThat(lax.out()).isEqualTo(strict.out());
    }

    @Test
    void wrongUseIsToldWithTheRemedy() throws IOException {
        String file = file();

        assertThat(run("report", "--input", file, "--from", "2026-08-03", "--to", "2026-08-02"))
                .matches(run -> run.code() == 2)
                .matches(run -> run.err().contains("exchange them"));
        assertThat(run("report", "--input", file, "--rotation", "sped").err()).contains("did you mean \"speed\"?");
        assertThat(run("report", "--input", file, "--to", "2020-01-01").err())
                .contains("there are no results until 2020-01-01");
        assertThat(run("report", "--format", "pdf").code()).isEqualTo(2);
    }

    private void answer(String model, int hour, int latencyMs) {
        lines.add("{\"model\":\"" + model + "\",\"startedAt\":\"" + T.plusSeconds(3_600L * hour)
                + "\",\"outcome\":\"SUCCESS\",\"latencyMs\":" + latencyMs + ",\"quality\":0.8}");
    }

    private String file() throws IOException {
        return Files.write(directory.resolve("history.jsonl"), lines).toString();
    }

    private Shell.Ran run(String... args) {
        return new Shell(directory.resolve("running")).run(args);
    }
}
