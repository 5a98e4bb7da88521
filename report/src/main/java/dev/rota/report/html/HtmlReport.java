package dev.rota.report.html;

import dev.rota.report.content.Comparison;
import dev.rota.report.content.Recommendation;
import dev.rota.report.content.Report;
import dev.rota.report.content.Subject;
import dev.rota.report.text.Figures;
import dev.rota.report.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** Writes a report as one HTML page. */
public final class HtmlReport {
    private static final String STYLE = resource("style.css");
    private static final String[][] CONTENTS = {
        {"summary", "Summary"},
        {"recommendations", "Recommendations"},
        {"rotation", "Rotation"},
        {"trends", "Over time"},
        {"primaries", "Primaries"},
        {"families", "Families"},
        {"matrix", "Capabilities"},
        {"failures", "Failures"},
        {"availability", "Availability"},
        {"budget", "Budget"}
    };

    private final Report report;
    private final Html html = new Html();

    private HtmlReport(Report report) {
        this.report = report;
    }

    /** The whole page, with a line feed at its end. */
    public static String write(Report report) {
        return new HtmlReport(report).written();
    }

    private String written() {
        head();
        summary();
        recommendations();
        RotationSection.write(report, html);
        Charts charts = new Charts(report, html);
        html.section("trends", "Latency and success over time");
        charts.latency();
        charts.success();
        html.endSection().section("primaries", "Timeline of primaries");
        charts.primaries();
        html.endSection();
        Tables tables = new Tables(report, html);
        tables.families();
        tables.matrix();
        tables.failures();
        Events events = new Events(report, html);
        events.availability();
        events.budget();
        html.raw(
                        "</main>\n<footer>Made by Rota from its history alone: the same history makes the same page.</footer>\n")
                .raw("</body>\n</html>\n");
        return html.toString();
    }

    private void head() {
        Subject subject = report.subject();
        html.raw("<!DOCTYPE html>\n<html lang=en>\n<head>\n<meta charset=utf-8>\n")
                .raw("<meta name=viewport content=\"width=device-width, initial-scale=1\">\n")
                .raw(
                        "<meta name=color-scheme content=\"light dark\">\n<meta name=referrer content=no-referrer>\n<title>")
                .text("Rota: discovery report, rotation " + subject.rotation())
                .raw("</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n")
                .raw("<a class=skip href=#summary>Skip to the summary</a>\n<header>\n<h1>")
                .text("Discovery report")
                .raw(" <span>")
                .text("rotation " + subject.rotation())
                .raw("</span></h1>\n")
                .element("p", "class=soft", Words.range(subject));
        if (subject.simulated()) {
            html.element("p", "class=banner role=note", Words.SIMULATED);
        }
        if (subject.note() != null) {
            html.element("p", "class=banner role=note", "The rotation says: " + subject.note());
        }
        html.raw("\n<nav aria-label=Contents><ul>");
        for (String[] entry : CONTENTS) {
            html.raw("<li><a href=#" + entry[0] + ">" + entry[1] + "</a></li>");
        }
        html.raw("</ul></nav>\n</header>\n<main>\n");
    }

    private void summary() {
        html.section("summary", "Executive summary").raw("<ul class=sentences>");
        report.summary().sentences().forEach(sentence -> html.element("li", "", sentence));
        html.raw("</ul>\n<dl class=cards>");
        report.summary().comparisons().forEach(this::card);
        html.raw("</dl>\n")
                .element("p", "class=soft", Words.compared(report.subject()))
                .endSection();
    }

    private void card(Comparison comparison) {
        html.raw("<div><dt>").text(comparison.what()).raw("</dt><dd>");
        html.element("b", "", Figures.of(comparison.unit(), comparison.after()));
        if (comparison.before() != null) {
            String change = Figures.change(comparison);
            int verdict = change.equals("same") ? 0 : comparison.verdict();
            html.raw(" <span class=\"chip " + (verdict > 0 ? "good" : verdict < 0 ? "worse" : "even") + "\">")
                    .text(change + (verdict == 0 ? "" : verdict > 0 ? " better" : " worse"))
                    .raw("</span>");
        }
        html.raw("<small>before ")
                .text(Figures.of(comparison.unit(), comparison.before()))
                .raw("</small></dd></div>");
    }

    private void recommendations() {
        html.section("recommendations", "Recommendations").raw("<ol class=advice>");
        for (Recommendation advice : report.recommendations()) {
            html.raw("<li class=" + advice.urgency().name().toLowerCase(Locale.ROOT) + "><span class=chip>")
                    .text(Words.urgency(advice.urgency()))
                    .raw("</span><div>")
                    .element("b", "", advice.what())
                    .raw(" ")
                    .text(advice.why());
            if (advice.command() != null) {
                html.element("code", "", advice.command());
            }
            html.raw("</div></li>\n");
        }
        html.raw("</ol>\n").endSection();
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the report's style cannot be read", e);
        }
    }
}
