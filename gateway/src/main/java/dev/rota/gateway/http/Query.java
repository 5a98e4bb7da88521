package dev.rota.gateway.http;

import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The values after a path's question mark. What breaks a rule is a {@link Refusal} that names it. */
final class Query {
    private final ServerRequest request;

    Query(ServerRequest request) {
        this.request = request;
    }

    Optional<String> text(String name) {
        return request.query().first(name).asOptional().filter(value -> !value.isBlank());
    }

    int number(String name, int fallback, int min, int max) {
        return text(name)
                .map(value -> {
                    try {
                        int number = Integer.parseInt(value);
                        if (number >= min && number <= max) {
                            return number;
                        }
                    } catch (NumberFormatException _) {
                        // Refused below.
                    }
                    throw Refusal.badRequest(
                            name + " must be a whole number from " + min + " to " + max + ", not \"" + value + "\"");
                })
                .orElse(fallback);
    }

    Optional<Instant> time(String name) {
        return text(name).map(value -> {
            try {
                // A plus in a query reads as a space.
                return OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
            } catch (DateTimeParseException _) {
                throw Refusal.badRequest(
                        name + " must be an ISO 8601 time such as 2026-01-31T08:00:00Z, not \"" + value + "\"");
            }
        });
    }
}
