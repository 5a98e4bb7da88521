package dev.rota.tester.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Our side of {@code harness.js}: its source, the calls it takes and the reports it makes. */
final class Harness {
    private static final String RESOURCE = "harness.js";
    private static final String TOKEN_PLACE = "'TOKEN'";
    private static final String VALUE = "{\"value\":";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Harness() {}

    static String source(String token) {
        try (InputStream in = Harness.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("resource " + RESOURCE + " is missing from the program");
            }
            return new String(in.readAllBytes(), UTF_8).replace(TOKEN_PLACE, quote(token));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one script that is ever run after the harness's own. */
    static String call(String token) {
        return "rota(%s)".formatted(quote(token));
    }

    /** What the harness is told when it asks what to do. */
    static String request(Engine.Command command, String function, List<String> texts, int from) {
        return "{\"command\":%s,\"name\":%s,\"from\":%d,\"texts\":[%s]}"
                .formatted(
                        quote(command.name().toLowerCase(Locale.ROOT)),
                        quote(function),
                        from,
                        texts.stream().map(Harness::quote).collect(Collectors.joining(",")));
    }

    static Outcome read(String report) {
        if (report.startsWith(VALUE)) {
            return new Outcome.Value(report.substring(VALUE.length(), report.length() - 1));
        }
        try {
            JsonNode error = JSON.readTree(report);
            return new Outcome.Threw(
                    error.path("threw").asText(),
                    error.path("name").asText(),
                    error.path("message").asText());
        } catch (JsonProcessingException e) {
            throw new EngineFailed("the harness sent a report that cannot be read");
        }
    }

    private static String quote(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
