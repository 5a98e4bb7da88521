package dev.rota.report.markdown;

import dev.rota.domain.model.Facts;
import dev.rota.domain.result.Fault;
import dev.rota.domain.standing.TaskStanding;
import dev.rota.report.content.Availability;
import dev.rota.report.content.Budget;
import dev.rota.report.content.Failures;
import dev.rota.report.content.FamilyRow;
import dev.rota.report.content.Matrix;
import dev.rota.report.content.Report;
import dev.rota.report.text.Figures;
import dev.rota.report.text.Untrusted;
import dev.rota.report.text.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of the report that are tables. */
final class MarkdownTables {
    private static final int EXAMPLE = 160;
    private static final int DAYS = 31;

    private final Report report;
    private final Md md;

    MarkdownTables(Report report, Md md) {
        this.report = report;
        this.md = md;
    }

    void families() {
        md.heading(2, "Family coverage");
        md.paragraph(Words.families(report));
        List<List<String>> rows = new ArrayList<>();
        for (FamilyRow family : report.families()) {
            rows.add(List.of(
                    family.family(),
                    Integer.toString(family.listed()),
                    family.free() == null ? Figures.NONE : family.free().toString(),
                    Integer.toString(family.tested()),
                    Integer.toString(family.working()),
                    Integer.toString(family.inRotation()),
                    family.best() == null ? Figures.NONE : family.best().toString(),
                    Figures.millis(family.bestMs())));
        }
        md.table(
                List.of("Family", ">Listed", ">Free", ">Tested", ">Work", ">In rotation", "Best", ">Time to success"),
                rows);
    }

    void matrix() {
        Matrix matrix = report.matrix();
        md.heading(2, "Capability matrix");
        md.paragraph(Words.matrix(matrix));
        List<String> columns = new ArrayList<>(List.of(">#", "Model", ">Success"));
        matrix.tasks().forEach(task -> columns.add(">" + task));
        columns.add(">Quality");
        if (matrix.factsKnown()) {
            columns.addAll(List.of(">Context", ">Output", "Tools", "Takes", "Makes", "Price"));
        }
        List<List<String>> rows = new ArrayList<>();
        for (Matrix.Row row : matrix.rows()) {
            List<String> cells = new ArrayList<>();
            cells.add(row.position() == null ? "" : row.position().toString());
            cells.add(row.model().toString());
            cells.add(Figures.percent(row.successRate()));
            for (TaskStanding cell : row.cells()) {
                cells.add(Words.cell(cell));
            }
            cells.add(Figures.ofFive(row.quality()));
            if (matrix.factsKnown()) {
                cells.addAll(facts(row.facts()));
            }
            rows.add(cells);
        }
        md.table(columns, rows);
    }

    private static List<String> facts(@Nullable Facts facts) {
        return facts == null
                ? Collections.nCopies(6, Figures.NONE)
                : List.of(
                        Figures.tokens(facts.contextLength()),
                        Figures.tokens(facts.maxOutputTokens()),
                        facts.supports("tools") ? "yes" : "no",
                        String.join(", ", facts.inputModalities()),
                        String.join(", ", facts.outputModalities()),
                        Words.price(facts));
    }

    void failures() {
        Failures failures = report.failures();
        md.heading(2, "Failures by root cause");
        md.paragraph(Words.failures(failures));
        List<List<String>> rows = new ArrayList<>();
        for (Failures.Cause cause : failures.causes()) {
            rows.add(List.of(
                    cause.words(),
                    cause.kind().name(),
                    Figures.words(cause.fault()),
                    Figures.count(cause.count()),
                    Figures.percent(cause.share()),
                    Integer.toString(cause.models()),
                    cause.worst() + " (" + cause.worstCount() + ")",
                    cause.example() == null ? "" : Untrusted.shortened(cause.example(), EXAMPLE)));
        }
        md.table(
                List.of("Root cause", "Kind", "Speaks of", ">Count", ">Share", ">Models", "Most often", "Last said"),
                rows);
        if (failures.of(Fault.ACCOUNT) + failures.of(Fault.LOCAL) > 0) {
            md.paragraph("Only failures that speak of a model count against it.");
        }
    }

    void availability() {
        Availability availability = report.availability();
        md.heading(2, "Availability changes");
        md.paragraph(Words.availability(availability));
        List<List<String>> rows = new ArrayList<>();
        for (Availability.Departure gone : availability.departures()) {
            rows.add(List.of(
                    Figures.minute(gone.at()),
                    gone.positionBefore() == null ? "went" : "went, was number " + gone.positionBefore(),
                    gone.model().toString(),
                    Words.notice(gone, availability.known())));
        }
        for (Availability.Arrival arrival : availability.arrivals()) {
            rows.add(List.of(
                    Figures.minute(arrival.at()),
                    arrival.returned() ? "came back" : "came",
                    arrival.model().toString(),
                    ""));
        }
        for (Availability.Leaving leaving : availability.leaving()) {
            rows.add(List.of(
                    Figures.minute(leaving.at()),
                    leaving.position() == null ? "will go" : "will go, is number " + leaving.position(),
                    leaving.model().toString(),
                    "announced"));
        }
        md.table(List.of("When (UTC)", "What", "Model", "Notice"), rows);
    }

    void budget() {
        Budget budget = report.budget();
        md.heading(2, "Probe budget");
        md.bullets(Words.budget(budget));
        List<List<String>> rows = new ArrayList<>();
        List<Budget.Day> days = budget.days();
        for (Budget.Day day : days.subList(Math.max(0, days.size() - DAYS), days.size())) {
            rows.add(List.of(Figures.day(day.start()), Figures.count(day.probes()), Figures.count(day.others())));
        }
        md.table(List.of("Day (UTC)", ">Probes", ">Other results"), rows);
    }
}
