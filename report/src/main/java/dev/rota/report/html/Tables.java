package dev.rota.report.html;

import dev.rota.domain.model.Facts;
import dev.rota.domain.result.Fault;
import dev.rota.domain.standing.TaskStanding;
import dev.rota.report.content.Failures;
import dev.rota.report.content.FamilyRow;
import dev.rota.report.content.Matrix;
import dev.rota.report.content.Report;
import dev.rota.report.text.Figures;
import dev.rota.report.text.Untrusted;
import dev.rota.report.text.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Families, the capability matrix, and failures. */
final class Tables {
    private static final int EXAMPLE = 240;

    private final Report report;
    private final Html html;

    Tables(Report report, Html html) {
        this.report = report;
        this.html = html;
    }

    void families() {
        html.section("families", "Family coverage").element("p", "", Words.families(report));
        html.table(
                "Families",
                "",
                "Family",
                ">Listed",
                ">Free",
                ">Tested",
                ">Work",
                ">In rotation",
                "Best",
                ">Time to success");
        for (FamilyRow family : report.families()) {
            html.raw(family.inRotation() > 0 ? "<tr class=in>" : "<tr>")
                    .element("th", "scope=row", family.family())
                    .number(Integer.toString(family.listed()))
                    .number(family.free() == null ? Figures.NONE : family.free().toString())
                    .number(Integer.toString(family.tested()))
                    .number(Integer.toString(family.working()))
                    .number(Integer.toString(family.inRotation()))
                    .raw("<td>");
            if (family.best() != null) {
                html.model(family.best());
            }
            html.raw("</td>").number(Figures.millis(family.bestMs())).raw("</tr>\n");
        }
        html.endTable().endSection();
    }

    void matrix() {
        Matrix matrix = report.matrix();
        html.section("matrix", "Capability matrix").element("p", "", Words.matrix(matrix));
        List<String> columns = new ArrayList<>(List.of(">#", "Model", ">Success"));
        matrix.tasks().forEach(task -> columns.add(">" + task));
        columns.add(">Quality");
        if (matrix.factsKnown()) {
            columns.addAll(List.of(">Context", ">Output", "Tools", "Takes", "Makes", "Price"));
        }
        html.table("Capability matrix", "heat", columns.toArray(String[]::new));
        for (Matrix.Row row : matrix.rows()) {
            html.raw(row.position() != null ? "<tr class=in>" : "<tr>")
                    .number(row.position() == null ? "" : row.position().toString())
                    .raw("<th scope=row>")
                    .model(row.model())
                    .raw("</th>")
                    .number(Figures.percent(row.successRate()));
            row.cells().forEach(this::task);
            html.number(Figures.ofFive(row.quality()));
            if (matrix.factsKnown()) {
                facts(row.facts());
            }
            html.raw("</tr>\n");
        }
        html.endTable().endSection();
    }

    private void task(@Nullable TaskStanding cell) {
        if (cell == null) {
            html.number(Figures.NONE);
            return;
        }
        Double quality = cell.quality();
        String said = cell.successes() + " answered, " + cell.failures() + " failed"
                + (cell.meanLatencyMs() == null ? "" : ", " + Figures.millis(cell.meanLatencyMs()) + " in the mean");
        html.raw("<td class=\"n q\"" + (quality == null ? "" : " style=\"--q:" + Plot.round(quality * 100) + "%\"")
                        + " title=\"")
                .text(said)
                .raw("\">")
                .text(Words.cell(cell))
                .raw("</td>");
    }

    private void facts(@Nullable Facts facts) {
        if (facts == null) {
            html.number(Figures.NONE).number(Figures.NONE);
            html.cell(Figures.NONE).cell(Figures.NONE).cell(Figures.NONE).cell(Figures.NONE);
            return;
        }
        html.number(Figures.tokens(facts.contextLength()))
                .number(Figures.tokens(facts.maxOutputTokens()))
                .cell(facts.supports("tools") ? "yes" : "no")
                .cell(String.join(", ", facts.inputModalities()))
                .cell(String.join(", ", facts.outputModalities()))
                .cell(Words.price(facts));
    }

    void failures() {
        Failures failures = report.failures();
        html.section("failures", "Failures by root cause").element("p", "", Words.failures(failures));
        if (failures.failed() > 0) {
            faults(failures);
            html.table(
                    "Root causes",
                    "wide",
                    "Root cause",
                    "Speaks of",
                    ">Count",
                    ">Share",
                    ">Models",
                    "Most often",
                    "What the provider said last");
            failures.causes().forEach(this::cause);
            html.endTable();
        }
        html.endSection();
    }

    private void faults(Failures failures) {
        html.raw("<div class=tiers>");
        for (Fault fault : Fault.values()) {
            long count = failures.of(fault);
            if (count > 0) {
                html.raw("<div class=\"tier " + style(fault) + "\" style=\"flex:" + count + "\"><b>")
                        .text(Figures.percent(count / (double) failures.failed()))
                        .raw("</b> ")
                        .text(words(fault))
                        .raw("</div>");
            }
        }
        html.raw("</div>\n");
    }

    private void cause(Failures.Cause cause) {
        html.raw("<tr><th scope=row>")
                .text(cause.words())
                .raw("<small>")
                .text(cause.kind().name())
                .raw("</small></th><td><span class=\"chip " + style(cause.fault()) + "\">")
                .text(Figures.words(cause.fault()))
                .raw("</span></td>")
                .number(Figures.count(cause.count()))
                .raw("<td class=\"n share\" style=\"--q:" + Plot.round(cause.share() * 100) + "%\">")
                .text(Figures.percent(cause.share()))
                .raw("</td>")
                .number(Integer.toString(cause.models()))
                .raw("<td>")
                .model(cause.worst())
                .raw(" ")
                .text("(" + Figures.count(cause.worstCount()) + ")")
                .raw("</td><td class=said>")
                .text(cause.example() == null ? "" : Untrusted.shortened(cause.example(), EXAMPLE))
                .raw("</td></tr>\n");
    }

    private static String words(Fault fault) {
        return switch (fault) {
            case MODEL -> "speak of the model and count against it";
            case ACCOUNT -> "speak of our account";
            case LOCAL -> "speak of our network or request";
        };
    }

    private static String style(Fault fault) {
        return switch (fault) {
            case MODEL -> "f1";
            case ACCOUNT -> "f2";
            case LOCAL -> "f3";
        };
    }
}
