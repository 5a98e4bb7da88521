package dev.rota.tester.suitefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** A value of a YAML document that knows its line, from 1. */
sealed interface Node {
    int line();

    /** What it is, for a message. */
    String kind();

    JsonNode json();

    /** A scalar as it stands in the file; anything else as JSON. */
    default String text() {
        return json().toString();
    }

    /**
     * Text, a number, true, false or null.
     *
     * @param text as it stands in the file: {@code no} is the value false, but where text is wanted it is a word
     */
    record Scalar(int line, JsonNode json, String text) implements Node {
        @Override
        public String kind() {
            return json.isTextual() ? "text" : json.isNumber() ? "a number" : json.asText();
        }
    }

    /** A list. */
    record Items(int line, List<Node> items) implements Node {
        @Override
        public String kind() {
            return "a list";
        }

        @Override
        public JsonNode json() {
            return JsonNodeFactory.instance
                    .arrayNode()
                    .addAll(items.stream().map(Node::json).toList());
        }
    }

    /** A mapping, in the order of the file. */
    record Members(int line, Map<String, Member> members) implements Node {
        @Override
        public String kind() {
            return "a mapping";
        }

        @Override
        public JsonNode json() {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            members.forEach((key, member) -> node.set(key, member.value().json()));
            return node;
        }
    }

    /**
     * A member of a mapping.
     *
     * @param line the line of its key
     */
    record Member(int line, Node value) {}
}
