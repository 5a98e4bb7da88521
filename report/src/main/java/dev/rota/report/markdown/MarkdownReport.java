package dev.rota.report.markdown;

import dev.rota.domain.rotation.Tier;
import dev.rota.report.content.Comparison;
import dev.rota.report.content.Recommendation;
import dev.rota.report.content.Reign;
import dev.rota.report.content.Report;
import dev.rota.report.content.RotationRow;
import dev.rota.report.content.Subject;
import dev.rota.report.content.Trends;
import dev.rota.report.text.Figures;
import dev.rota.report.text.Spark;
import dev.rota.report.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes a report as Markdown. */
public final class MarkdownReport {
    private static final int REIGNS = 20;

    private final Report report;
    private final Md md = new Md();

    private MarkdownReport(Report report) {
        this.report = report;
    }

    /** The whole document, with a line feed at its end. */
    public static String write(Report report) {
        return new MarkdownReport(report).written();
    }

    private String written() {
        head();
        summary();
        rotation();
        trends();
        primaries();
        MarkdownTables tables = new MarkdownTables(report, md);
        tables.families();
        tables.matrix();
        tables.failures();
        tables.availability();
        tables.budget();
        recommendations();
        return md.toString();
    }

    private void head() {
        Subject subject = report.subject();
        md.heading(1, "Discovery report: rotation " + subject.rotation());
        md.paragraph(Words.range(subject));
        if (subject.simulated()) {
            md.note(Words.SIMULATED);
        }
        if (subject.note() != null) {
            md.note("The rotation says: " + subject.note());
        }
    }

    private void summary() {
        md.heading(2, "Executive summary");
        md.bullets(report.summary().sentences());
        List<List<String>> rows = new ArrayList<>();
        for (Comparison comparison : report.summary().comparisons()) {
            rows.add(List.of(
                    comparison.what(),
                    Figures.of(comparison.unit(), comparison.before()),
                    Figures.of(comparison.unit(), comparison.after()),
                    Figures.change(comparison) + Words.mark(comparison)));
        }
        md.table(List.of("Figure", ">Before", ">Now", ">Change"), rows);
        md.paragraph(Words.compared(report.subject()));
    }

    private void rotation() {
        md.heading(2, "Rotation and tiers");
        if (report.rotation().isEmpty()) {
            md.paragraph("The rotation is empty.");
            return;
        }
        List<String> tiers = new ArrayList<>();
        for (Tier tier : Tier.values()) {
            List<RotationRow> of = report.rotation().stream()
                    .filter(row -> row.entry().tier() == tier)
                    .toList();
            if (!of.isEmpty()) {
                tiers.add(Words.tier(tier) + ": " + of.size() + " – "
                        + String.join(", ", of.stream().map(Words::shortName).toList()));
            }
        }
        md.bullets(tiers);
        List<List<String>> rows = new ArrayList<>();
        for (RotationRow row : report.rotation()) {
            var entry = row.entry();
            rows.add(List.of(
                    Integer.toString(entry.position()),
                    Words.moved(row),
                    entry.model().toString(),
                    Figures.words(entry.tier()),
                    Figures.millis(entry.expectedTimeToSuccessMs()),
                    Figures.percent(entry.successRate()),
                    Figures.millis(entry.latencyP50Ms()),
                    Figures.millis(entry.latencyP95Ms()),
                    Figures.millis(entry.firstTokenP50Ms()),
                    Figures.ofFive(entry.quality()),
                    Figures.count(entry.observations()),
                    Figures.minute(entry.lastResultAt())));
        }
        md.table(
                List.of(
                        ">#",
                        "Was",
                        "Model",
                        "Tier",
                        ">Time to success",
                        ">Success",
                        ">Median",
                        ">95 %",
                        ">First token",
                        ">Quality of 5",
                        ">Results",
                        ">Last result (UTC)"),
                rows);
    }

    private void trends() {
        md.heading(2, "Latency and success over time");
        List<Trends.Bucket> buckets = report.trends().buckets();
        md.paragraph("One block for each " + Figures.span(report.trends().width()) + ", from "
                + Figures.minute(buckets.getFirst().start())
                + " UTC. Latency of all answers and of the primary, and the"
                + " share of requests that were answered, account and network aside.");
        md.fenced(List.of(
                "median latency  |"
                        + Spark.of(buckets.stream().map(Trends.Bucket::p50Ms).toList()) + "|  up to "
                        + Words.top(buckets, Trends.Bucket::p50Ms),
                "95 % latency    |"
                        + Spark.of(buckets.stream().map(Trends.Bucket::p95Ms).toList()) + "|  up to "
                        + Words.top(buckets, Trends.Bucket::p95Ms),
                "primary, median |"
                        + Spark.of(buckets.stream()
                                .map(Trends.Bucket::primaryP50Ms)
                                .toList()) + "|  up to "
                        + Words.top(buckets, Trends.Bucket::primaryP50Ms),
                "success         |"
                        + Spark.of(buckets.stream().map(Trends.Bucket::success).toList()) + "|  "
                        + Words.spread(buckets)));
    }

    private void primaries() {
        md.heading(2, "Timeline of primaries");
        List<Reign> reigns = report.primaries();
        if (reigns.isEmpty()) {
            md.paragraph("There was no primary.");
            return;
        }
        List<Reign> shown = reigns.subList(Math.max(0, reigns.size() - REIGNS), reigns.size());
        if (shown.size() < reigns.size()) {
            md.paragraph("The newest " + shown.size() + " of " + reigns.size() + ".");
        }
        List<List<String>> rows = new ArrayList<>();
        for (Reign reign : shown) {
            rows.add(List.of(
                    Figures.minute(reign.from()),
                    Figures.span(Duration.between(reign.from(), reign.to())),
                    reign.model().toString(),
                    reign.reason()));
        }
        md.table(List.of("From (UTC)", ">For", "Primary", "Why"), rows);
    }

    private void recommendations() {
        md.heading(2, "Recommendations");
        List<String> lines = new ArrayList<>();
        for (Recommendation advice : report.recommendations()) {
            lines.add(Words.urgency(advice.urgency()) + ": " + advice.what() + " " + advice.why()
                    + (advice.command() == null ? "" : " Try: " + advice.command()));
        }
        md.bullets(lines);
    }
}
