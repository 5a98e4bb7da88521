package dev.rota.report.text;

import dev.rota.domain.model.Facts;
import dev.rota.domain.result.Source;
import dev.rota.domain.rotation.Tier;
import dev.rota.domain.standing.TaskStanding;
import dev.rota.report.content.Availability;
import dev.rota.report.content.Budget;
import dev.rota.report.content.Comparison;
import dev.rota.report.content.Failures;
import dev.rota.report.content.Matrix;
import dev.rota.report.content.Recommendation;
import dev.rota.report.content.Report;
import dev.rota.report.content.RotationRow;
import dev.rota.report.content.Subject;
import dev.rota.report.content.Trends;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sentences that every format shares. */
public final class Words {
    public static final String SIMULATED =
            "These figures are of the built-in provider simulator: no real model was called.";

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private Words() {}

    /** What the report covers. */
    public static String range(Subject subject) {
        return Figures.minute(subject.from()) + " to " + Figures.minute(subject.to()) + " UTC"
                + (subject.wholeHistory() ? ", all of history" : "") + ". "
                + Figures.counted(subject.results(), "result", "results") + " of "
                + Figures.counted(subject.tested(), "model", "models")
                + (subject.catalogues().isEmpty() ? "" : " of " + String.join(", ", subject.catalogues()))
                + ". Policy " + subject.policy() + ".";
    }

    /** What "before" speaks of. */
    public static String compared(Subject subject) {
        return "Before: at " + Figures.minute(subject.comparedWith()) + " UTC, "
                + (subject.wholeHistory() ? "after the first tenth of the history. " : "the start of the range. ")
                + "A model works if it answers at least every second request, by the evidence.";
    }

    /** Better, worse, or nothing to say. */
    public static String mark(Comparison comparison) {
        boolean same = Figures.change(comparison).equals("same");
        return comparison.verdict() == 0 || same ? "" : comparison.verdict() > 0 ? ", better" : ", worse";
    }

    public static String tier(Tier tier) {
        return switch (tier) {
            case ULTRA_FAST -> "Ultra fast, below 2 s";
            case FAST -> "Fast, 2 to 5 s";
            case BALANCED -> "Balanced, 5 to 15 s";
            case SLOW -> "Slow, 15 s and more";
        };
    }

    /** The provider's own id, without the catalogue. */
    public static String shortName(RotationRow row) {
        return row.entry().model().providerId();
    }

    /** How a place changed: {@code 3 ↑ from 5}, as the part after the place. */
    public static String moved(RotationRow row) {
        Integer before = row.before();
        int now = row.entry().position();
        if (before == null) {
            return "new";
        }
        return before == now ? "=" : (before > now ? "↑ " : "↓ ") + before;
    }

    /** The highest figure of a line. */
    public static String top(List<Trends.Bucket> buckets, Function<Trends.Bucket, @Nullable Double> figure) {
        return Figures.millis(buckets.stream()
                .map(figure)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .max(Double::compare)
                .orElse(null));
    }

    /** The lowest and the highest success. */
    public static String spread(List<Trends.Bucket> buckets) {
        List<Double> all = buckets.stream()
                .map(Trends.Bucket::success)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .sorted()
                .toList();
        return all.isEmpty() ? Figures.NONE : Figures.percent(all.getFirst()) + " to " + Figures.percent(all.getLast());
    }

    public static String families(Report report) {
        long working =
                report.families().stream().filter(row -> row.working() > 0).count();
        long within =
                report.families().stream().filter(row -> row.inRotation() > 0).count();
        return report.families().size() + " families are known; of " + working + " at least one model works, and "
                + within + " are in the rotation.";
    }

    public static String matrix(Matrix matrix) {
        return "Quality of 5 by task; a dash where a model did not run the task, a cross where it never answered. "
                + (matrix.factsKnown()
                        ? "Limits are in tokens, prices in US dollars for a million tokens of prompt and answer."
                        : "No catalogue is part of this history, so limits, tools, modalities and prices are not known.")
                + (matrix.more() == 0 ? "" : " " + matrix.more() + " further models: ./rota models.");
    }

    /** Quality of 5 of a task, or why there is none. */
    public static String cell(@Nullable TaskStanding cell) {
        if (cell == null) {
            return Figures.NONE;
        }
        return cell.quality() == null ? (cell.successes() > 0 ? "ok" : "✗") : Figures.ofFive(cell.quality());
    }

    public static String price(@Nullable Facts facts) {
        if (facts == null) {
            return Figures.NONE;
        }
        return facts.free()
                ? "free"
                : perMillion(facts.promptPricePerToken()) + " / " + perMillion(facts.completionPricePerToken());
    }

    private static String perMillion(@Nullable String price) {
        if (price == null) {
            return Figures.NONE;
        }
        try {
            BigDecimal dollars = new BigDecimal(price).multiply(MILLION).stripTrailingZeros();
            // Exponents of millions of digits would be written out.
            return dollars.signum() < 0 || Math.abs((long) dollars.scale()) > 20
                    ? Figures.NONE
                    : dollars.toPlainString();
        } catch (NumberFormatException _) {
            return Figures.NONE;
        }
    }

    public static String failures(Failures failures) {
        return failures.failed() == 0
                ? "No request failed."
                : Figures.count(failures.failed()) + " of " + Figures.count(failures.results()) + " requests failed, "
                        + Figures.percent(failures.failed() / (double) failures.results())
                        + ". Shares are of the failures.";
    }

    public static String availability(Availability availability) {
        if (!availability.known()) {
            return "No catalogue is part of this history, so this is what tests met: a model came when it was first tested,"
                    + " and went when it only failed as unknown, unserved or no longer free. Notice is not known. "
                    + availability.arrivals().size() + " came, "
                    + availability.departures().size() + " went.";
        }
        int gone = availability.departures().size();
        return availability.arrivals().size() + " came or came back, " + gone + " went"
                + (gone == 0
                        ? ""
                        : ", " + availability.announced() + " of them with notice ("
                                + Figures.percent(availability.announced() / (double) gone) + ")")
                + "; " + availability.leaving().size() + " are announced to go within 90 days.";
    }

    /** Whether a departure was announced, and how long before. */
    public static String notice(Availability.Departure gone, boolean known) {
        if (!known) {
            return "not known";
        }
        if (gone.announcedFor() == null) {
            return "without notice";
        }
        return "announced for " + Figures.day(gone.announcedFor())
                + (gone.noticeMs() == null ? "" : ", " + Figures.span(Duration.ofMillis(gone.noticeMs())) + " before");
    }

    public static List<String> budget(Budget budget) {
        List<String> lines = new ArrayList<>();
        lines.add(Figures.count(budget.probes()) + " probe requests, "
                + Figures.count(budget.sources().getOrDefault(Source.TRAFFIC, 0L)) + " results of traffic, "
                + Figures.count(budget.sources().getOrDefault(Source.IMPORT, 0L)) + " imported.");
        long busiest =
                budget.days().stream().mapToLong(Budget.Day::probes).max().orElse(0);
        if (budget.probes() > 0) {
            lines.add(Figures.format(
                    "%.0f probe requests a day in the mean, %s on the busiest day.",
                    budget.probes() / (double) budget.days().size(), Figures.count(busiest)));
            lines.add(Figures.count(budget.neverAnswered()) + " of them ("
                    + Figures.percent(budget.neverAnswered() / (double) budget.probes()) + ") went to "
                    + budget.neverAnsweredModels() + " models that did not answer once.");
        }
        lines.add(Figures.count(budget.limitHits()) + " requests met a limit of the account.");
        if (!budget.triggers().isEmpty()) {
            lines.add("Probes by why they were sent: "
                    + budget.triggers().entrySet().stream()
                            .map(entry -> entry.getKey() + " " + Figures.count(entry.getValue()))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        lines.add(
                budget.spentUsd() == null
                        ? "Nothing was paid: every answer came from a free model, or from one of unknown price."
                        : "The answers of paid models cost " + Figures.dollars(budget.spentUsd())
                                + ", by the catalogue's price; their prompts are not counted.");
        return lines;
    }

    public static String urgency(Recommendation.Urgency urgency) {
        return switch (urgency) {
            case NOW -> "Now";
            case SOON -> "Soon";
            case FINE -> "Fine";
        };
    }
}
