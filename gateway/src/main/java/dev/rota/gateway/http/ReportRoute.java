package dev.rota.gateway.http;

import dev.rota.gateway.ReportSource;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Locale;
import java.util.Optional;

/** The discovery report, if this gateway was given a source of it. */
final class ReportRoute implements Handler {
    private final Optional<ReportSource> source;

    ReportRoute(Optional<ReportSource> source) {
        this.source = source;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        ReportSource reports =
                source.orElseThrow(() -> Refusal.of(404, "this gateway makes no reports; run ./rota report"));
        Query query = new Query(request);
        ReportSource.Format format = format(query.text("format").orElse("json"));
        String report;
        try {
            report = reports.report(
                    format,
                    query.text("rotation").orElse(null),
                    query.time("from").orElse(null),
                    query.time("to").orElse(null));
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest(String.valueOf(e.getMessage()));
        }
        if (format == ReportSource.Format.HTML) {
            response.header(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'");
        }
        Replies.text(response, format.mediaType(), report);
    }

    private static ReportSource.Format format(String text) {
        for (ReportSource.Format format : ReportSource.Format.values()) {
            if (format.name().equals(text.toUpperCase(Locale.ROOT))) {
                return format;
            }
        }
        throw Refusal.badRequest("format must be md, html or json, not \"" + text + "\"");
    }
}
