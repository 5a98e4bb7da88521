package dev.rota.tester.marking;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.stream.IntStream;

/** JSON, read strictly and compared by meaning: 1 and 1.0 are equal, and members have no order. */
final class JsonValues {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonValues() {}

    /** The value of a text; empty if it is not JSON. */
    static Optional<JsonNode> parse(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Whether two texts are equal JSON, where a number may be off by the tolerance. */
    static boolean equal(String expected, String actual, double tolerance) {
        Optional<JsonNode> left = parse(expected);
        Optional<JsonNode> right = parse(actual);
        return left.isPresent() && right.isPresent() && equal(left.get(), right.get(), tolerance);
    }

    static boolean equal(JsonNode expected, JsonNode actual, double tolerance) {
        if (expected.isNumber()) {
            return actual.isNumber() && near(expected.doubleValue(), actual.doubleValue(), tolerance);
        }
        if (expected.isArray()) {
            return actual.isArray()
                    && expected.size() == actual.size()
                    && IntStream.range(0, expected.size())
                            .allMatch(i -> equal(expected.get(i), actual.get(i), tolerance));
        }
        if (expected.isObject()) {
            return actual.isObject()
                    && expected.size() == actual.size()
                    && expected.properties().stream()
                            .allMatch(member -> actual.has(member.getKey())
                                    && equal(member.getValue(), actual.get(member.getKey()), tolerance));
        }
        return expected.equals(actual);
    }

    private static boolean near(double expected, double actual, double tolerance) {
        return Double.compare(expected + 0.0, actual + 0.0) == 0 || Math.abs(expected - actual) <= tolerance;
    }
}
