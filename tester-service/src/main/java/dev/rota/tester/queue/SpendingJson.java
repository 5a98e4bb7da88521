package dev.rota.tester.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rota.tester.worker.SpendingEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Entries of spending as JSON: nobody but testers reads them, and an account of money should be legible by itself. */
final class SpendingJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RESERVED = "reserved";
    private static final String SETTLED = "settled";

    private SpendingJson() {}

    static byte[] write(SpendingEntry entry) {
        ObjectNode json = JSON.createObjectNode();
        switch (entry) {
            case SpendingEntry.Reserved reserved ->
                json.put("entry", RESERVED).put("usd", reserved.usd()).put("capUsd", reserved.capUsd());
            case SpendingEntry.Settled settled -> json.put("entry", SETTLED).put("usd", settled.usd());
        }
        json.put("catalogue", entry.catalogue())
                .put("day", entry.day().toString())
                .put("id", entry.id());
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty for what is no entry. */
    static Optional<SpendingEntry> read(byte[] value) {
        try {
            JsonNode json = JSON.readTree(value);
            String id = json.path("id").asText();
            String catalogue = json.path("catalogue").asText();
            LocalDate day = LocalDate.parse(json.path("day").asText());
            double usd = json.path("usd").asDouble(-1);
            return switch (json.path("entry").asText()) {
                case RESERVED ->
                    Optional.of(new SpendingEntry.Reserved(
                            id, catalogue, day, usd, json.path("capUsd").asDouble(-1)));
                case SETTLED -> Optional.of(new SpendingEntry.Settled(id, catalogue, day, usd));
                default -> Optional.empty();
            };
        } catch (IOException | DateTimeException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
