package dev.rota.simulator.scenario;

import dev.rota.domain.time.DurationText;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one mapping. Remembers which keys were asked for, so that {@link #end} can name those that nobody knows. A
 * value that breaks its rule becomes a problem and reads as absent.
 */
final class Section {
    private final Map<String, YamlNode> entries;
    private final String path;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    Section(YamlNode node, String path, Problems problems) {
        this.path = path;
        this.problems = problems;
        if (node instanceof YamlNode.Mapping mapping) {
            this.entries = mapping.entries();
        } else {
            this.entries = Map.of();
            problems.add(node.line(), path.isEmpty() ? "the file" : path, "must be a mapping, not " + node.describe());
        }
    }

    @Nullable
    YamlNode node(String key) {
        known.add(key);
        return entries.get(key);
    }

    Map<String, YamlNode> entries() {
        return entries;
    }

    /** Reads a value with a function of the node and its path; a broken rule is an IllegalArgumentException. */
    <T> @Nullable T read(String key, BiFunction<YamlNode, String, T> reader) {
        YamlNode node = node(key);
        if (node == null) {
            return null;
        }
        try {
            return reader.apply(node, at(key));
        } catch (IllegalArgumentException e) {
            problems.add(node.line(), at(key), String.valueOf(e.getMessage()));
            return null;
        }
    }

    <T> @Nullable T scalar(String key, Function<String, T> reader) {
        return read(key, (node, _) -> reader.apply(text(node)));
    }

    @Nullable
    String text(String key) {
        return scalar(key, Function.identity());
    }

    @Nullable
    Duration duration(String key) {
        return scalar(key, DurationText::parse);
    }

    @Nullable
    Boolean flag(String key) {
        return scalar(key, Section::flagOf);
    }

    @Nullable
    Double number(String key, double min, double max) {
        return scalar(key, text -> numberOf(text, min, max));
    }

    @Nullable
    Integer integer(String key, int min, int max) {
        return scalar(key, text -> integerOf(text, min, max));
    }

    /** The items of a list, or the one thing that stands in its place; empty if absent. */
    List<YamlNode> items(String key) {
        YamlNode node = node(key);
        return switch (node) {
            case null -> List.of();
            case YamlNode.Sequence sequence -> sequence.items();
            case YamlNode.Mapping mapping -> List.of(mapping);
            case YamlNode.Scalar scalar -> scalar.text().isEmpty() ? List.of() : List.of(scalar);
        };
    }

    String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Reports the keys that nobody asked for. */
    void end() {
        entries.forEach((key, node) -> {
            if (!known.contains(key)) {
                problems.add(node.line(), at(key), "unknown key" + Nearest.hint(key, known));
            }
        });
    }

    static String text(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar.text();
        }
        throw new IllegalArgumentException("must be a single value, not " + node.describe());
    }

    private static boolean flagOf(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false, not \"" + text + "\"");
        };
    }

    static double numberOf(String text, double min, double max) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a number, not \"" + text + "\"", e);
        }
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException("must be from " + plain(min) + " to " + plain(max) + ", not " + text);
        }
        return value;
    }

    private static int integerOf(String text, int min, int max) {
        double value = numberOf(text, min, max);
        if (value != Math.rint(value)) {
            throw new IllegalArgumentException("must be a whole number, not " + text);
        }
        return (int) value;
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
    }
}
