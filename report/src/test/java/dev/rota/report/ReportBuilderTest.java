package dev.rota.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.tuple;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.Fault;
import dev.rota.domain.result.Source;
import dev.rota.report.content.Comparison;
import dev.rota.report.content.FamilyRow;
import dev.rota.report.content.Reign;
import dev.rota.report.content.Report;
import dev.rota.report.content.Trends;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReportBuilderTest {
    private static final Range RANGE = new Range(Past.hour(24), Past.hour(95.9));

    @Test
    void theSummaryComparesTheStartWithTheEnd() {
        Report report = Past.full().report(RANGE);

        Comparison latency = comparison(report, "primaryP50Ms");
        assertThat(latency.before()).isEqualTo(700);
        assertThat(latency.after()).isEqualTo(850);
        assertThat(latency.verdict()).isEqualTo(-1);
        assertThat(comparison(report, "working").before()).isEqualTo(2);
        assertThat(comparison(report, "working").after()).isEqualTo(2);
        assertThat(report.summary().sentences().getFirst())
                .contains("openrouter/acme/fast:free is the primary of speed")
                .contains("21 % slower than openrouter/old/gone:free");
    }

    @Test
    void theTimeDownARotationWeighsEachEntryByTheChanceToGetThere() {
        Report report = new Past()
                .answer("openrouter/a/a", 0, 1)
                .answer("openrouter/a/a", 1, 1)
                .revision(0.5, "openrouter/a/a", 1_000, "openrouter/b/b", 2_000)
                .report(Range.all());

        // 0.9 × 1.1 s, and then with one chance in ten 0.9 × 2.2 s.
        assertThat(Objects.requireNonNull(comparison(report, "rotationMs").after()))
                .isCloseTo(0.9 * 1_100 + 0.1 * 0.9 * 2_200, offset(1e-9));
    }

    @Test
    void failuresAreSharedOutByRootCause() {
        Report report = Past.full().report(RANGE);

        var causes = report.failures().causes();
        assertThat(causes)
                .extracting(cause -> cause.kind())
                .containsExactly(
                        FailureKind.MODEL_NOT_FOUND, FailureKind.UPSTREAM_RATE_LIMITED, FailureKind.ACCOUNT_DAY_LIMIT);
        assertThat(causes.getFirst().count()).isEqualTo(35);
        assertThat(causes.getFirst().share()).isEqualTo(35 / 60.0);
        assertThat(causes.getFirst().example()).isEqualTo("no such model");
        assertThat(causes.stream().mapToDouble(cause -> cause.share()).sum()).isCloseTo(1, offset(1e-9));
        assertThat(report.failures().of(Fault.ACCOUNT)).isEqualTo(1);
    }

    @Test
    void departuresTellWhetherNoticeWasGiven() {
        Report report = new Past()
                .answer("openrouter/a/stays", 0, 1_000)
                .answer("openrouter/a/stays", 90, 1_000)
                .listed("openrouter/a/stays", 0, true, null)
                .listed("openrouter/a/silent", 0, true, null)
                .retired("openrouter/a/silent", 40, null)
                .listed("openrouter/a/announced", 0, true, null)
                .listed("openrouter/a/announced", 10, true, Past.hour(58))
                .retired("openrouter/a/announced", 58, Past.hour(58))
                .listed("openrouter/a/returned", 0, true, null)
                .retired("openrouter/a/returned", 20, null)
                .listed("openrouter/a/returned", 26, true, null)
                .listed("openrouter/a/new", 30, true, null)
                .listed("openrouter/a/leaving", 0, true, Past.hour(200))
                .report(new Range(Past.hour(5), Past.hour(90)));

        assertThat(report.availability().departures())
                .extracting(gone -> gone.model().providerId(), gone -> gone.announcedFor(), gone -> gone.noticeMs())
                .containsExactly(
                        tuple("a/announced", Past.hour(58), Duration.ofDays(2).toMillis()),
                        tuple("a/silent", null, null),
                        tuple("a/returned", null, null));
        assertThat(report.availability().announced()).isEqualTo(1);
        assertThat(report.availability().arrivals())
                .extracting(came -> came.model().providerId(), came -> came.returned())
                .containsExactly(tuple("a/new", false), tuple("a/returned", true));
        assertThat(report.availability().leaving())
                .extracting(leaving -> leaving.model().providerId())
                .containsExactly("a/leaving");
    }

    @Test
    void withoutACatalogueTestsTellWhoCameAndWent() {
        Past past = new Past();
        for (int hour = 0; hour < 80; hour++) {
            past.answer("openrouter/a/stays", hour, 1_000);
            if (hour >= 40) {
                past.answer("openrouter/a/new", hour, 1_000);
            }
            if (hour < 50) {
                past.answer("openrouter/a/gone", hour, 1_000);
            } else {
                past.failure("openrouter/a/gone", hour, FailureKind.NO_ENDPOINTS, "nobody");
            }
        }

        Report report = past.report(Range.all());

        assertThat(report.availability().known()).isFalse();
        assertThat(report.availability().arrivals()).singleElement().satisfies(came -> {
            assertThat(came.model().providerId()).isEqualTo("a/new");
            assertThat(came.at()).isEqualTo(Past.hour(40));
        });
        assertThat(report.availability().departures()).singleElement().satisfies(gone -> {
            assertThat(gone.model().providerId()).isEqualTo("a/gone");
            assertThat(gone.at()).isEqualTo(Past.hour(50));
        });
    }

    @Test
    void reignsFillTheRangeAndAreCutToIt() {
        List<Reign> reigns = Past.full().report(RANGE).primaries();

        assertThat(reigns)
                .extracting(reign -> reign.model().family(), Reign::from, Reign::to, Reign::reason)
                .containsExactly(
                        tuple("old", Past.hour(24), Past.hour(62), "reason 1"),
                        tuple("acme", Past.hour(62), Past.hour(95.9), "reason 2"));
    }

    @Test
    void bucketsHaveNoGapsAndCountEveryResultOnce() {
        Report report = Past.full().report(RANGE);
        Trends trends = report.trends();

        assertThat(trends.buckets()).hasSizeBetween(10, 48);
        for (int i = 1; i < trends.buckets().size(); i++) {
            assertThat(trends.buckets().get(i).start())
                    .isEqualTo(trends.buckets().get(i - 1).start().plus(trends.width()));
        }
        assertThat(trends.buckets().stream()
                        .mapToLong(bucket -> bucket.successes() + bucket.modelFailures() + bucket.setAside())
                        .sum())
                .isEqualTo(report.subject().results());
        assertThat(report.budget().days().stream()
                        .mapToLong(day -> day.probes())
                        .sum())
                .isEqualTo(report.subject().results());
    }

    @Test
    void familiesCountWhatIsListedTestedAndOfUse() {
        List<FamilyRow> families = Past.full().report(RANGE).families();

        assertThat(families)
                .filteredOn(family -> family.family().equals("acme"))
                .singleElement()
                .isEqualTo(new FamilyRow(
                        "acme",
                        1,
                        1,
                        1,
                        1,
                        1,
                        ModelId.parse("openrouter/acme/fast:free"),
                        1_000 + 500 * (1 - 0.99) / 0.99));
        assertThat(families)
                .filteredOn(family -> family.family().equals("rich"))
                .singleElement()
                .satisfies(family -> {
                    assertThat(family.listed()).isEqualTo(1);
                    assertThat(family.free()).isZero();
                    assertThat(family.tested()).isZero();
                });
    }

    @Test
    void theMatrixHasTheRotationFirstAndEveryTask() {
        Report report = Past.full().report(RANGE);

        assertThat(report.matrix().tasks()).containsExactly("standard/add");
        assertThat(report.matrix().rows())
                .extracting(row -> row.position(), row -> row.model().family())
                .containsExactly(tuple(1, "acme"), tuple(2, "bolt"), tuple(null, "old"));
        assertThat(Objects.requireNonNull(report.matrix().rows().getFirst().facts())
                        .contextLength())
                .isEqualTo(131_072);
    }

    @Test
    void theBudgetTellsWhatWasSpentOnNothing() {
        Report report = new Past()
                .answer("openrouter/a/good", 0, 1_000)
                .answer("openrouter/a/good", 30, 1_000)
                .failure("openrouter/a/never", 1, FailureKind.TIMEOUT, "x")
                .failure("openrouter/a/never", 2, FailureKind.TIMEOUT, "x")
                .failure("openrouter/a/good", 3, FailureKind.ACCOUNT_MINUTE_LIMIT, "x")
                .report(Range.all());

        assertThat(report.budget().sources()).containsEntry(Source.PROBE, 5L);
        assertThat(report.budget().neverAnswered()).isEqualTo(2);
        assertThat(report.budget().neverAnsweredModels()).isEqualTo(1);
        assertThat(report.budget().limitHits()).isEqualTo(1);
        assertThat(report.budget().days()).extracting(day -> day.probes()).containsExactly(4L, 1L);
        assertThat(report.budget().spentUsd()).isNull();
    }

    @Test
    void answersOfPaidModelsHaveAPrice() {
        Report report = new Past()
                .answer("openrouter/a/paid", 0, 1_000)
                .answer("openrouter/a/paid", 1, 1_000)
                .listed("openrouter/a/paid", 0, false, null)
                .report(Range.all());

        assertThat(Objects.requireNonNull(report.budget().spentUsd())).isCloseTo(2 * 100 * 0.000001, offset(1e-12));
    }

    @Test
    void aRangeWithoutResultsIsAReportAllTheSame() {
        Report report = Past.full().report(new Range(Past.hour(2_000), Past.hour(2_010)));

        assertThat(report.subject().results()).isZero();
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(format.write(report)).isNotBlank();
        }
    }

    @Test
    void aHistoryThatBeginsLaterIsNoPeriod() {
        ReportInput input = Past.full().input();

        assertThat(Period.of(new Range(null, Past.hour(-1)), input.results())).isNull();
        assertThat(Period.of(Range.all(), new ReportInput().results())).isNull();
        assertThatThrownBy(() -> new Range(Past.hour(2), Past.hour(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("exchange them");
    }

    private static Comparison comparison(Report report, String key) {
        return report.summary().comparisons().stream()
                .filter(comparison -> comparison.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
