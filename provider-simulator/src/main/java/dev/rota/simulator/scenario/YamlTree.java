package dev.rota.simulator.scenario;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads YAML into {@link YamlNode}s. A key that stands twice in one mapping is an error. */
final class YamlTree {
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private YamlTree() {}

    static YamlNode read(String text) throws IOException {
        try (JsonParser parser = YAML.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return new YamlNode.Mapping(1, Map.of());
            }
            YamlNode root = node(parser);
            if (parser.nextToken() != null) {
                throw new IOException("line " + line(parser) + ": more than one document");
            }
            return root;
        }
    }

    private static YamlNode node(JsonParser parser) throws IOException {
        int line = line(parser);
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return new YamlNode.Mapping(line, entries(parser));
        }
        if (token == JsonToken.START_ARRAY) {
            return new YamlNode.Sequence(line, items(parser));
        }
        return new YamlNode.Scalar(line, token == JsonToken.VALUE_NULL ? "" : parser.getText());
    }

    private static Map<String, YamlNode> entries(JsonParser parser) throws IOException {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            entries.put(key, node(parser));
        }
        return entries;
    }

    private static List<YamlNode> items(JsonParser parser) throws IOException {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser));
        }
        return items;
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
