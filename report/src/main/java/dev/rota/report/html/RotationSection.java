package dev.rota.report.html;

import dev.rota.domain.rotation.Tier;
import dev.rota.report.content.Report;
import dev.rota.report.content.RotationRow;
import dev.rota.report.text.Figures;
import dev.rota.report.text.Words;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rotation, its tiers, and a small line for each model's latency. */
final class RotationSection {
    private RotationSection() {}

    static void write(Report report, Html html) {
        html.section("rotation", "Rotation and tiers");
        if (report.rotation().isEmpty()) {
            html.raw("<p>The rotation is empty.</p>").endSection();
            return;
        }
        tiers(report.rotation(), html);
        html.table(
                "The rotation",
                "",
                ">#",
                "Was",
                "Model",
                ">Time to success",
                ">Success",
                ">Median",
                ">95 %",
                "Tier",
                ">First token",
                ">Quality of 5",
                ">Results",
                "Median over time");
        report.rotation().forEach(row -> row(row, html));
        html.endTable().endSection();
    }

    private static void tiers(List<RotationRow> rows, Html html) {
        html.raw("<div class=tiers>");
        for (Tier tier : Tier.values()) {
            long count = rows.stream().filter(row -> row.entry().tier() == tier).count();
            if (count > 0) {
                html.raw("<div class=\"tier " + style(tier) + "\" style=\"flex:" + count + "\"><b>" + count + "</b> ")
                        .text(Words.tier(tier))
                        .raw("</div>");
            }
        }
        html.raw("</div>\n");
    }

    private static void row(RotationRow row, Html html) {
        var entry = row.entry();
        html.raw(entry.position() == 1 ? "<tr class=first>" : "<tr>")
                .number(Integer.toString(entry.position()))
                .element("td", "class=moved", Words.moved(row))
                .raw("<th scope=row>")
                .model(entry.model())
                .raw("</th>")
                .number(Figures.millis(entry.expectedTimeToSuccessMs()))
                .raw("<td class=n>")
                .text(Figures.percent(entry.successRate()))
                .raw(interval(row))
                .raw("</td>")
                .number(Figures.millis(entry.latencyP50Ms()))
                .number(Figures.millis(entry.latencyP95Ms()))
                .raw("<td><span class=\"chip " + style(entry.tier()) + "\">")
                .text(Figures.words(entry.tier()))
                .raw("</span></td>")
                .number(Figures.millis(entry.firstTokenP50Ms()))
                .number(Figures.ofFive(entry.quality()))
                .number(Figures.count(entry.observations()))
                .raw("<td>");
        spark(row.medians(), html);
        html.raw("</td></tr>\n");
    }

    private static String interval(RotationRow row) {
        Double low = row.successLow();
        Double high = row.successHigh();
        return low == null || high == null
                ? ""
                : Figures.format("<small title=\"80 %% interval\">%.0f–%.0f</small>", low * 100, high * 100);
    }

    private static void spark(List<@Nullable Double> medians, Html html) {
        double top = medians.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Objects::requireNonNull)
                .max()
                .orElse(0);
        if (top > 0) {
            html.raw("<svg class=spark preserveAspectRatio=none viewBox=\"0 0 " + medians.size()
                    + " 100\" aria-hidden=true>");
            Plot.line(html, "a", medians, value -> value / top * 90 + 5);
            html.raw("</svg>");
        }
    }

    static String style(Tier tier) {
        return switch (tier) {
            case ULTRA_FAST -> "t1";
            case FAST -> "t2";
            case BALANCED -> "t3";
            case SLOW -> "t4";
        };
    }
}
