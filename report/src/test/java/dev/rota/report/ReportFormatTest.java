package dev.rota.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rota.domain.result.FailureKind;
import dev.rota.report.content.Report;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportFormatTest {
    private static final String HOSTILE =
            "openrouter/evil\"'/<script>alert(1)</script>|`x`[a](javascript:b)*c*_d_<!--&amp;";

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void theSameHistoryMakesTheSameBytesWhateverItsOrder(ReportFormat format) {
        Past past = Past.full();
        String once = format.write(past.report(Range.all()));
        for (long seed = 1; seed <= 5; seed++) {
            Past again = Past.full();
            // Repetitions too: Kafka may deliver a result twice.
            again.results.addAll(again.results.subList(0, 50));
            again.facts.addAll(List.copyOf(again.facts));
            Collections.shuffle(again.results, new Random(seed));
            Collections.shuffle(again.facts, new Random(seed));
            Collections.shuffle(again.probes, new Random(seed));

            assertThat(format.write(again.report(Range.all())))
                    .as("seed %d", seed)
                    .isEqualTo(once);
        }
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void everyPartIsThere(ReportFormat format) {
        String text = format.write(Past.full().report(Range.all()));

        assertThat(text).endsWith("\n").contains("openrouter").contains("MODEL").contains("slow down");
        if (format != ReportFormat.JSON) {
            assertThat(text)
                    .contains(
                            "Executive summary",
                            "Rotation and tiers",
                            "Latency and success over time",
                            "Timeline of primaries",
                            "Family coverage",
                            "Capability matrix",
                            "Failures by root cause",
                            "Availability changes",
                            "without notice",
                            "Probe budget",
                            "Recommendations");
        }
    }

    @Test
    void thePageNeedsNothingFromElsewhereAndRunsNothing() {
        String page = ReportFormat.HTML.write(Past.full().report(Range.all()));

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=en>", "prefers-color-scheme: dark", "name=viewport", "<svg", "role=img")
                .doesNotContainIgnoringCase("<script", "<link", "<img", "<iframe", "<form", "@import", "url(");
        // Every reference is to a part of the page itself.
        assertThat(Pattern.compile("(href|src|action|data)=(?!#)").matcher(page).find())
                .isFalse();
        assertThat(Pattern.compile("\\son\\w+=").matcher(page).find()).isFalse();
    }

    @Test
    void everyElementOfThePageIsClosed() {
        String page = ReportFormat.HTML.write(Past.full().report(Range.all()));

        for (String tag :
                List.of("section", "table", "tbody", "tr", "ul", "ol", "svg", "div", "span", "details", "figure")) {
            assertThat(count(page, "<" + tag + "[ >]")).as(tag).isEqualTo(count(page, "</" + tag + ">"));
        }
        // An attribute without quotes would swallow the slash.
        assertThat(Pattern.compile("=[^\"\\s>]+/>").matcher(page).find()).isFalse();
    }

    @Test
    void nothingInANameOrAMessageBecomesMarkupOfThePage() {
        String page = ReportFormat.HTML.write(hostile());

        assertThat(page)
                .contains("&lt;script&gt;")
                .doesNotContain("<script", "<b>bold</b>", "<!--", "\u202e")
                .doesNotContain("evil\"");
    }

    @Test
    void nothingInANameOrAMessageBecomesMarkupOfTheDocument() {
        String document = ReportFormat.MD.write(hostile());

        assertThat(document)
                .contains("&lt;script&gt;", "\\|\\`x\\`\\[a\\]", "&#58;//evil.example", "\\*c\\*\\_d\\_", "&amp;amp;")
                .doesNotContain("<script", "<b>", "https://evil", "[a](", "\u202e", "\n# not a heading");
        Stream<String> rows = document.lines().filter(line -> line.startsWith("|"));
        assertThat(rows).allMatch(line -> line.endsWith("|"));
    }

    @Test
    void theJsonHasEveryPartUnderItsName() throws Exception {
        JsonNode report =
                new JsonMapper().readTree(ReportFormat.JSON.write(Past.full().report(Range.all())));

        assertThat(report.fieldNames())
                .toIterable()
                .contains(
                        "rotation",
                        "from",
                        "to",
                        "summary",
                        "entries",
                        "trends",
                        "primaries",
                        "families",
                        "matrix",
                        "failures",
                        "availability",
                        "budget",
                        "recommendations");
        assertThat(report.get("entries").get(0).get("model").asText()).isEqualTo("openrouter/acme/fast:free");
        assertThat(report.get("failures").get("causes").get(0).get("share").isDouble())
                .isTrue();
        assertThat(report.get("availability").get("departures").get(0).has("announcedFor"))
                .isFalse();
        assertThat(new JsonMapper()
                        .readTree(ReportFormat.JSON.write(hostile()))
                        .get("entries")
                        .get(0)
                        .get("model")
                        .asText())
                .isEqualTo(HOSTILE);
    }

    @Test
    void simulatedFiguresSaySo() {
        Report report = new Past()
                .answer("simulator/acme/x", 0, 1_000)
                .answer("simulator/acme/x", 1, 1_000)
                .report(Range.all());

        for (ReportFormat format : List.of(ReportFormat.MD, ReportFormat.HTML)) {
            assertThat(format.write(report)).contains("no real model was called");
        }
        assertThat(ReportFormat.JSON.write(report)).contains("\"simulated\":true");
    }

    private static Report hostile() {
        return new Past()
                .answer(HOSTILE, 0, 1_000)
                .answer(HOSTILE, 1, 1_000)
                .failure(
                        HOSTILE,
                        2,
                        FailureKind.PROVIDER_ERROR,
                        "<b>bold</b> | https://evil.example www.evil.example\n# not a heading\u202eturned\u0007")
                .listed(HOSTILE, 0, true, null)
                .revision(0.5, HOSTILE, 1_000)
                .revision(0.6, HOSTILE, 1_001)
                .stands(HOSTILE, 0.9)
                .report(Range.all());
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }
}
