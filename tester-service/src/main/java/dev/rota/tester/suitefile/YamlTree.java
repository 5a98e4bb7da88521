package dev.rota.tester.suitefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one YAML document. Anchors and aliases are refused: they make a small file a large one. */
final class YamlTree {
    private static final YAMLFactory YAML = new YAMLFactory();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final YAMLParser parser;
    private final Problems problems;

    private YamlTree(YAMLParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** The document; empty, with a problem, if the text is not one. */
    static Optional<Node> parse(String text, Problems problems) {
        try (YAMLParser parser = YAML.createParser(text)) {
            YamlTree tree = new YamlTree(parser, problems);
            if (parser.nextToken() == null) {
                problems.add(1, "the file is empty");
                return Optional.empty();
            }
            Node root = tree.node();
            if (parser.nextToken() != null) {
                problems.add(tree.line(), "a suite file holds one document, and here a second one begins");
            }
            return Optional.of(root);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            problems.add(line, "not YAML: " + firstLine(e.getOriginalMessage()));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Node node() throws IOException {
        int line = line();
        if (parser.getObjectId() != null || parser.isCurrentAlias()) {
            problems.add(line, "anchors (&) and aliases (*) are not supported; write the value out");
        }
        return switch (token()) {
            case START_OBJECT -> members(line);
            case START_ARRAY -> items(line);
            default -> new Node.Scalar(line, scalar(), parser.getText());
        };
    }

    private Node members(int line) throws IOException {
        Map<String, Node.Member> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = line();
            parser.nextToken();
            Node.@Nullable Member earlier = members.put(key, new Node.Member(keyLine, node()));
            if (earlier != null) {
                problems.add(keyLine, "\"" + key + "\" was given before, on line " + earlier.line());
            }
        }
        return new Node.Members(line, members);
    }

    private Node items(int line) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node());
        }
        return new Node.Items(line, items);
    }

    private JsonNode scalar() throws IOException {
        return switch (token()) {
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> NODES.textNode(parser.getText());
        };
    }

    private JsonToken token() {
        JsonToken token = parser.currentToken();
        return token == null ? JsonToken.NOT_AVAILABLE : token;
    }

    private int line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    private static String firstLine(@Nullable String message) {
        return message == null
                ? "it cannot be read"
                : message.lines().findFirst().orElse("");
    }
}
