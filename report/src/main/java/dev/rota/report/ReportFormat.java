package dev.rota.report;

import dev.rota.report.content.Report;
import dev.rota.report.html.HtmlReport;
import dev.rota.report.json.JsonReport;
import dev.rota.report.markdown.MarkdownReport;

/** How a report is written. The same report always makes the same text. */
public enum ReportFormat {
    /** GitHub-flavoured Markdown. */
    MD,
    /** One page that needs nothing else. */
    HTML,
    /** One line for programs. */
    JSON;

    /** The whole text, with a line feed at its end. */
    public String write(Report report) {
        return switch (this) {
            case MD -> MarkdownReport.write(report);
            case HTML -> HtmlReport.write(report);
            case JSON -> JsonReport.write(report) + "\n";
        };
    }
}
