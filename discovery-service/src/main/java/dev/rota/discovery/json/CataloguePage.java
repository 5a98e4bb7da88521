package dev.rota.discovery.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rota.discovery.catalogue.CatalogueProblem;
import dev.rota.discovery.catalogue.CatalogueRefused;
import dev.rota.discovery.catalogue.ReadingBuilder;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one page of a catalogue as a stream, one record in memory at a time. The envelope is {@code {"data": […],
 * "total_count": n, "links": {"next": …}}}, of which only {@code data} must be there; a bare array will do too.
 */
public final class CataloguePage {
    /** No string of a catalogue is longer in earnest; a description has a few thousand characters. */
    private static final int MAX_STRING = 1_000_000;

    /** Nor is anything nested deeper. */
    private static final int MAX_DEPTH = 64;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(MAX_STRING)
                        .maxNestingDepth(MAX_DEPTH)
                        .build());
    }

    private final String catalogue;
    private final ModelRecord records;
    private final ReadingBuilder reading;
    private @Nullable Long totalCount;
    private @Nullable String next;
    private boolean dataSeen;

    private CataloguePage(String catalogue, ModelRecord records, ReadingBuilder reading) {
        this.catalogue = catalogue;
        this.records = records;
        this.reading = reading;
    }

    /**
     * Adds the page's records to the reading.
     *
     * @throws CatalogueRefused if the body is no such page, is cut short, or reports an error
     */
    public static PageEnd read(String catalogue, InputStream body, ModelRecord records, ReadingBuilder reading)
            throws CatalogueRefused {
        CataloguePage page = new CataloguePage(catalogue, records, reading);
        try (JsonParser parser = MAPPER.getFactory().createParser(body)) {
            page.readEnvelope(parser);
        } catch (IOException e) {
            throw new CatalogueRefused(catalogue, "body", "is no complete JSON: " + firstLine(e));
        }
        if (!page.dataSeen) {
            throw new CatalogueRefused(catalogue, "data", "is missing; a list of models was expected");
        }
        return new PageEnd(page.totalCount, page.next);
    }

    private void readEnvelope(JsonParser parser) throws IOException, CatalogueRefused {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_ARRAY) {
            readRecords(parser);
        } else if (first == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                readField(parser.currentName(), parser);
            }
        } else {
            throw new CatalogueRefused(catalogue, "body", "is neither a JSON object nor a list of models");
        }
        if (parser.nextToken() != null) {
            throw new CatalogueRefused(catalogue, "body", "goes on after its end");
        }
    }

    private void readField(String name, JsonParser parser) throws IOException, CatalogueRefused {
        JsonToken value = parser.nextToken();
        if (name.equals("data")) {
            if (value != JsonToken.START_ARRAY || dataSeen) {
                throw new CatalogueRefused(catalogue, "data", "must be one list of models, but is " + value);
            }
            readRecords(parser);
            return;
        }
        JsonNode node = MAPPER.readTree(parser);
        switch (name) {
            case "error" -> refuseError(node);
            case "total_count" -> totalCount = total(node);
            case "links" -> next = next(node);
            default -> {
                // Unknown fields of the envelope are the catalogue's own business.
            }
        }
    }

    private void readRecords(JsonParser parser) throws IOException {
        dataSeen = true;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == null) {
                throw new IOException("the list of models does not end");
            }
            String field = "data[" + reading.records() + "]";
            records.read(field, record(parser, token), reading);
        }
    }

    /** The fields that are read; descriptions and benchmarks are most of a catalogue, and are only skipped. */
    private static JsonNode record(JsonParser parser, JsonToken token) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            return MAPPER.readTree(parser);
        }
        ObjectNode record = MAPPER.createObjectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (ModelRecord.FIELDS.contains(name)) {
                record.set(name, MAPPER.readTree(parser));
            } else {
                parser.skipChildren();
            }
        }
        return record;
    }

    private void refuseError(JsonNode error) throws CatalogueRefused {
        if (!error.isNull()) {
            JsonNode message = error.isObject() ? error.path("message") : error;
            throw new CatalogueRefused(
                    catalogue, "error", "the provider answered with " + CatalogueProblem.quote(message.asText()));
        }
    }

    private @Nullable Long total(JsonNode node) throws CatalogueRefused {
        if (node.isNull()) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
            throw new CatalogueRefused(
                    catalogue, "total_count", "must be a count, not " + CatalogueProblem.quote(node.toString()));
        }
        return node.longValue();
    }

    private @Nullable String next(JsonNode links) throws CatalogueRefused {
        JsonNode node = links.path("next");
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isTextual()) {
            throw new CatalogueRefused(
                    catalogue, "links.next", "must be an address, not " + CatalogueProblem.quote(node.toString()));
        }
        return node.textValue();
    }

    private static String firstLine(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().map(CataloguePage::cut).orElse("");
    }

    private static String cut(String line) {
        return line.length() <= 160 ? line : line.substring(0, 160) + "…";
    }
}
