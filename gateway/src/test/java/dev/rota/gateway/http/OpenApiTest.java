package dev.rota.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.rota.client.call.ResultReporter;
import dev.rota.gateway.ChatParts;
import dev.rota.gateway.GatewayParts;
import dev.rota.gateway.Samples;
import dev.rota.gateway.chat.ChatService;
import dev.rota.gateway.stream.RotationStreams;
import dev.rota.gateway.stream.StreamLimits;
import dev.rota.gateway.view.FedViews;
import dev.rota.gateway.view.Views;
import dev.rota.json.JsonForms;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description says what the code does, no less and no more. */
class OpenApiTest {
    private final JsonNode description = read(Resources.text("openapi.yaml"));

    @Test
    void everyPathIsDescribedAndNoOther() {
        RotationStreams streams =
                new RotationStreams(new StreamLimits(1, Duration.ofSeconds(1), Duration.ofSeconds(1)));
        GatewayMeters meters = new GatewayMeters(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        Set<String> served = new TreeSet<>();
        Routes.list(new BodyLimit(1_000), new FedViews(streams).views(), streams, meters, _ -> {}, GatewayParts.none())
                .forEach(route -> served.add(route.method() + " " + route.described()));
        try (ChatService chats = chats(new FedViews(streams).views(), streams)) {
            chats.routes().forEach(route -> served.add(route.method() + " " + route.described()));
        }
        Set<String> described = new TreeSet<>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method ->
                                described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        assertThat(described).isEqualTo(served);
    }

    private static ChatService chats(Views views, RotationStreams streams) {
        ChatParts none = ChatParts.none();
        return new ChatService(
                none.config(),
                new BodyLimit(1_000),
                none.catalogues(),
                none.secrets(),
                views,
                streams,
                ResultReporter.none());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        for (JsonNode reference : description.findValues("$ref")) {
            if (description.at(reference.asText().substring(1)).isMissingNode()) {
                broken.add(reference.asText());
            }
        }
        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Rotation", "RotationEntry", "RotationChange", "Standing", "Facts"})
    void valuesHaveTheFieldsThatAreDescribed(String schema) {
        JsonNode value = sample(schema);
        List<String> described = new ArrayList<>();
        description
                .at("/components/schemas/" + schema + "/properties")
                .fieldNames()
                .forEachRemaining(described::add);
        value.fieldNames().forEachRemaining(field -> assertThat(described).contains(field));
        for (JsonNode required : description.at("/components/schemas/" + schema + "/required")) {
            assertThat(value.has(required.asText())).as(required.asText()).isTrue();
        }
    }

    private static JsonNode sample(String schema) {
        return switch (schema) {
            case "Rotation" -> read(JsonForms.ROTATION.write(Samples.rotation("speed", 1)));
            case "RotationEntry" ->
                read(JsonForms.ROTATION.write(Samples.rotation("speed", 1))).at("/entries/0");
            case "RotationChange" -> read(JsonForms.ROTATION_CHANGE.write(Samples.change("speed", 1)));
            case "Standing" -> read(JsonForms.STANDING.write(Samples.standing(Samples.MODEL)));
            default ->
                read(JsonForms.MODEL_FACTS.write(Samples.facts(Samples.OTHER))).get("facts");
        };
    }

    private static JsonNode read(String text) {
        try {
            return new YAMLMapper().readTree(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
