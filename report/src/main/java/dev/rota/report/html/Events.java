package dev.rota.report.html;

import dev.rota.domain.model.ModelId;
import dev.rota.report.content.Availability;
import dev.rota.report.content.Budget;
import dev.rota.report.content.Report;
import dev.rota.report.text.Figures;
import dev.rota.report.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came and went, and what was asked of providers. */
final class Events {
    private static final int BARS = 92;

    private final Report report;
    private final Html html;

    Events(Report report, Html html) {
        this.report = report;
        this.html = html;
    }

    void availability() {
        Availability availability = report.availability();
        html.section("availability", "Availability changes").element("p", "", Words.availability(availability));
        if (availability.departures().size()
                        + availability.arrivals().size()
                        + availability.leaving().size()
                > 0) {
            html.table("Availability changes", "", "When (UTC)", "What", "Model", "Notice");
            for (Availability.Leaving leaving : availability.leaving()) {
                event(leaving.at(), "f2", "will go", place("is", leaving.position()), leaving.model(), "announced");
            }
            for (Availability.Departure gone : availability.departures()) {
                event(
                        gone.at(),
                        "f1",
                        "went",
                        place("was", gone.positionBefore()),
                        gone.model(),
                        Words.notice(gone, availability.known()));
            }
            for (Availability.Arrival arrival : availability.arrivals()) {
                event(arrival.at(), "t1", arrival.returned() ? "came back" : "came", "", arrival.model(), "");
            }
            html.endTable();
        }
        html.endSection();
    }

    private static String place(String verb, @Nullable Integer position) {
        return position == null ? "" : verb + " number " + position;
    }

    private void event(Instant at, String style, String what, String place, ModelId model, String notice) {
        html.raw("<tr>")
                .cell(Figures.minute(at))
                .raw("<td><span class=\"chip " + style + "\">")
                .text(what)
                .raw("</span> ")
                .text(place)
                .raw("</td><th scope=row>")
                .model(model)
                .raw("</th>")
                .cell(notice)
                .raw("</tr>\n");
    }

    void budget() {
        Budget budget = report.budget();
        html.section("budget", "Probe budget").raw("<ul>");
        Words.budget(budget).forEach(line -> html.element("li", "", line));
        html.raw("</ul>\n");
        List<Budget.Day> days = budget.days()
                .subList(Math.max(0, budget.days().size() - BARS), budget.days().size());
        long top = days.stream()
                .mapToLong(day -> day.probes() + day.others())
                .max()
                .orElse(0);
        if (top > 0) {
            bars(days, top);
        }
        html.endSection();
    }

    private void bars(List<Budget.Day> days, long top) {
        html.raw(
                        "<figure><figcaption>Results a day (UTC)</figcaption><ul class=legend><li class=\"ok area\">Probes</li>")
                .raw("<li class=\"aside area\">Traffic and imports</li></ul>");
        Plot.open(
                html,
                "Results a day, up to " + Figures.count(top),
                days.size(),
                List.of(new Plot.Mark(0, "0"), new Plot.Mark(100, Figures.count(top))));
        for (int i = 0; i < days.size(); i++) {
            Budget.Day day = days.get(i);
            double probes = 100.0 * day.probes() / top;
            double others = 100.0 * day.others() / top;
            Plot.bar(html, "ok", i, 100 - probes, probes);
            Plot.bar(html, "aside", i, 100 - probes - others, others);
            Plot.hover(
                    html,
                    i,
                    Figures.day(day.start()) + ": " + Figures.count(day.probes()) + " probes, "
                            + Figures.count(day.others()) + " others");
        }
        Plot.close(html, days.getFirst().start(), days.getLast().start().plus(Duration.ofDays(1)));
        html.raw("</figure>\n");
    }
}
