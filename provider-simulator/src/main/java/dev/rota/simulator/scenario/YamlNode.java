package dev.rota.simulator.scenario;

import java.util.List;
import java.util.Map;

/** YAML with the lines it stood on, for messages that say where. */
sealed interface YamlNode {
    /** The line it begins on, from 1. */
    int line();

    /** What it is, in words. */
    String describe();

    /** Keys and values, in the file's order. */
    record Mapping(int line, Map<String, YamlNode> entries) implements YamlNode {
        @Override
        public String describe() {
            return "a mapping";
        }
    }

    record Sequence(int line, List<YamlNode> items) implements YamlNode {
        @Override
        public String describe() {
            return "a list";
        }
    }

    /** Plain text, a number, true, false; null and nothing are the empty text. */
    record Scalar(int line, String text) implements YamlNode {
        @Override
        public String describe() {
            return "\"" + text + "\"";
        }
    }
}
