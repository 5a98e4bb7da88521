package dev.rota.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes the discovery report. Called on a thread of the request's; may block. */
@FunctionalInterface
public interface ReportSource {
    /** How a report is written. */
    enum Format {
        MD("text/markdown; charset=utf-8"),
        HTML("text/html; charset=utf-8"),
        JSON("application/json");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    /**
     * The report.
     *
     * @param rotation of which rotation; null for the usual one
     * @param from the range's start; null for the beginning of history
     * @param to the range's end; null for now
     * @throws IllegalArgumentException with the rule, if the rotation, the range or the format cannot be had
     */
    String report(Format format, @Nullable String rotation, @Nullable Instant from, @Nullable Instant to);
}
