package dev.rota.report.html;

import dev.rota.domain.model.ModelId;
import dev.rota.report.content.Reign;
import dev.rota.report.content.Report;
import dev.rota.report.content.Trends;
import dev.rota.report.text.Figures;
import dev.rota.report.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pictures: latency, success, and who was primary. */
final class Charts {
    private static final int ROWS = 12;
    private static final int REIGNS = 100;

    private final Report report;
    private final Html html;
    private final List<Trends.Bucket> buckets;
    private final Instant start;
    private final Instant end;

    Charts(Report report, Html html) {
        this.report = report;
        this.html = html;
        this.buckets = report.trends().buckets();
        this.start = buckets.getFirst().start();
        this.end = buckets.getLast().start().plus(report.trends().width());
    }

    void latency() {
        List<@Nullable Double> median = each(Trends.Bucket::p50Ms);
        List<@Nullable Double> slow = each(Trends.Bucket::p95Ms);
        List<@Nullable Double> primary = each(Trends.Bucket::primaryP50Ms);
        LogScale scale = LogScale.over(Stream.of(median, slow, primary)
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList());
        html.raw("<figure><figcaption>Latency of an answer, on a logarithmic scale</figcaption>")
                .raw("<ul class=legend><li class=a>Median of all models</li><li class=b>95 % of all models</li>")
                .raw("<li class=c>Median of the primary</li></ul>");
        Plot.open(
                html,
                "Median latency of all models up to " + Words.top(buckets, Trends.Bucket::p50Ms) + ", 95 % up to "
                        + Words.top(buckets, Trends.Bucket::p95Ms) + ", of the primary up to "
                        + Words.top(buckets, Trends.Bucket::primaryP50Ms),
                buckets.size(),
                scale.marks().stream()
                        .map(mark -> new Plot.Mark(scale.height(mark), axis(mark)))
                        .toList());
        Plot.line(html, "b", slow, scale::height);
        Plot.line(html, "a", median, scale::height);
        Plot.line(html, "c", primary, scale::height);
        for (int i = 0; i < buckets.size(); i++) {
            Trends.Bucket bucket = buckets.get(i);
            Plot.hover(
                    html,
                    i,
                    Figures.minute(bucket.start()) + ": median " + Figures.millis(bucket.p50Ms()) + ", 95 % "
                            + Figures.millis(bucket.p95Ms()) + ", primary " + Figures.millis(bucket.primaryP50Ms()));
        }
        Plot.close(html, start, end);
        html.raw("</figure>\n");
    }

    void success() {
        html.raw("<figure><figcaption>What became of requests, each bar ")
                .text(Figures.span(report.trends().width()))
                .raw("</figcaption><ul class=legend><li class=\"ok area\">Answered</li>")
                .raw(
                        "<li class=\"bad area\">The model failed</li><li class=\"aside area\">Account or network failed</li>")
                .raw("<li class=d>Success of the primary, by the evidence</li></ul>");
        Plot.open(
                html,
                "Share of requests answered, by the models, from " + Words.spread(buckets),
                buckets.size(),
                List.of(new Plot.Mark(0, "0 %"), new Plot.Mark(50, "50 %"), new Plot.Mark(100, "100 %")));
        for (int i = 0; i < buckets.size(); i++) {
            bar(i, buckets.get(i));
        }
        Plot.line(html, "d", each(Trends.Bucket::primarySuccess), share -> share * 100);
        for (int i = 0; i < buckets.size(); i++) {
            Trends.Bucket bucket = buckets.get(i);
            Plot.hover(
                    html,
                    i,
                    Figures.minute(bucket.start()) + ": " + bucket.successes() + " answered, " + bucket.modelFailures()
                            + " failed by the model, " + bucket.setAside() + " by account or network");
        }
        Plot.close(html, start, end);
        html.raw("</figure>\n");
        figures();
    }

    private void bar(int i, Trends.Bucket bucket) {
        double all = bucket.successes() + bucket.modelFailures() + bucket.setAside();
        if (all == 0) {
            return;
        }
        double ok = bucket.successes() / all * 100;
        double bad = bucket.modelFailures() / all * 100;
        Plot.bar(html, "ok", i, 100 - ok, ok);
        Plot.bar(html, "bad", i, 100 - ok - bad, bad);
        Plot.bar(html, "aside", i, 0, 100 - ok - bad);
    }

    /** The same as a table, for those who cannot see the pictures or want to copy from them. */
    private void figures() {
        html.raw("<details><summary>These pictures in figures</summary>");
        html.table(
                "Latency and success over time",
                "",
                "From (UTC)",
                ">Answered",
                ">Model failed",
                ">Set aside",
                ">Median",
                ">95 %",
                ">Primary median",
                ">Primary success");
        for (Trends.Bucket bucket : buckets) {
            html.raw("<tr>")
                    .cell(Figures.minute(bucket.start()))
                    .number(Figures.count(bucket.successes()))
                    .number(Figures.count(bucket.modelFailures()))
                    .number(Figures.count(bucket.setAside()))
                    .number(Figures.millis(bucket.p50Ms()))
                    .number(Figures.millis(bucket.p95Ms()))
                    .number(Figures.millis(bucket.primaryP50Ms()))
                    .number(Figures.percent(bucket.primarySuccess()))
                    .raw("</tr>\n");
        }
        html.endTable().raw("</details>\n");
    }

    void primaries() {
        List<Reign> reigns = report.primaries();
        if (reigns.isEmpty()) {
            html.raw("<p>There was no primary.</p>");
            return;
        }
        Map<ModelId, Long> held = new TreeMap<>();
        reigns.forEach(reign -> held.merge(
                reign.model(), Duration.between(reign.from(), reign.to()).toMillis(), Long::sum));
        List<ModelId> models = held.keySet().stream()
                .sorted(Comparator.comparingLong((ModelId model) -> held.get(model))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        long span = Math.max(
                1,
                Duration.between(report.subject().from(), report.subject().to()).toMillis());
        html.raw("<ol class=reigns>");
        for (ModelId model : models.subList(0, Math.min(ROWS, models.size()))) {
            html.raw("<li><div>").model(model).raw(" <small>");
            html.text(Figures.percent(Objects.requireNonNull(held.get(model)) / (double) span) + " of the time")
                    .raw("</small></div><svg preserveAspectRatio=none viewBox=\"0 0 1000 10\" aria-hidden=true>")
                    .raw("<path class=grid d=\"M0 5H1000\"/>");
            reigns.stream().filter(reign -> reign.model().equals(model)).forEach(reign -> reign(reign, span));
            html.raw("</svg></li>\n");
        }
        html.raw("</ol><div class=\"times only\" aria-hidden=true>")
                .element("span", "", Figures.minute(report.subject().from()))
                .element("span", "", Figures.minute(report.subject().to()))
                .raw("</div>\n");
        if (models.size() > ROWS) {
            html.element("p", "class=soft", models.size() - ROWS + " further models were primary for less time.");
        }
        reasons(reigns);
    }

    private void reign(Reign reign, long span) {
        double x =
                1000.0 * Duration.between(report.subject().from(), reign.from()).toMillis() / span;
        double width = 1000.0 * Duration.between(reign.from(), reign.to()).toMillis() / span;
        html.raw("<rect class=reign x=" + Plot.round(x) + " y=0 width=" + Plot.round(Math.max(2, width))
                        + " height=10><title>")
                .text(Figures.minute(reign.from()) + " to " + Figures.minute(reign.to()) + ". " + reign.reason())
                .raw("</title></rect>");
    }

    private void reasons(List<Reign> reigns) {
        List<Reign> shown = reigns.subList(Math.max(0, reigns.size() - REIGNS), reigns.size());
        html.raw("<details><summary>Every change of the primary, and why</summary>");
        if (shown.size() < reigns.size()) {
            html.element("p", "", "The newest " + shown.size() + " of " + reigns.size() + ".");
        }
        html.table("Changes of the primary", "wide", "From (UTC)", ">For", "Primary", "Why");
        for (Reign reign : shown) {
            html.raw("<tr>")
                    .cell(Figures.minute(reign.from()))
                    .number(Figures.span(Duration.between(reign.from(), reign.to())))
                    .raw("<td>")
                    .model(reign.model())
                    .raw("</td>")
                    .cell(reign.reason())
                    .raw("</tr>\n");
        }
        html.endTable().raw("</details>\n");
    }

    private static String axis(double millis) {
        return millis < 1_000 ? Figures.format("%.0f ms", millis) : Figures.format("%,.0f s", millis / 1_000);
    }

    private List<@Nullable Double> each(Function<Trends.Bucket, @Nullable Double> figure) {
        List<@Nullable Double> values = new ArrayList<>();
        buckets.forEach(bucket -> values.add(figure.apply(bucket)));
        return values;
    }
}
