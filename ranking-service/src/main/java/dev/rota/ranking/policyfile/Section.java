package dev.rota.ranking.policyfile;

import dev.rota.domain.text.Nearest;
import dev.rota.domain.time.DurationText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One level of keys in a policy file. Every reading either yields a value or adds a problem and yields the default. */
final class Section {
    private final String path;
    private final int line;
    private final List<String> problems;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    Section(String path, @Nullable Node node, List<String> problems) {
        this.path = path;
        this.line = node == null ? 1 : line(node);
        this.problems = problems;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::add);
        } else if (node != null) {
            problem(line, (path.isEmpty() ? "the file" : path) + " must be keys with values");
        }
    }

    private void add(NodeTuple tuple) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (values.put(key, tuple.getValueNode()) != null) {
            problem(line(tuple.getKeyNode()), path + key + " is there twice");
        }
        lines.put(key, line(tuple.getKeyNode()));
    }

    Section section(String key) {
        known.add(key);
        return new Section(path + key + ".", values.get(key), problems);
    }

    String text(String key, @Nullable String otherwise) {
        known.add(key);
        Node node = values.get(key);
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        if (node != null) {
            problem(line(node), path + key + " must be a text");
        } else if (otherwise == null) {
            problem(line, path + key + " is missing");
        }
        return otherwise == null ? "missing" : otherwise;
    }

    double number(String key, double otherwise, double least, double most) {
        return read(
                key,
                otherwise,
                "a number from " + plain(least) + " to " + plain(most),
                text -> within(Double.parseDouble(text), least, most));
    }

    long whole(String key, long otherwise, long least, long most) {
        return read(
                key,
                otherwise,
                "a whole number from " + least + " to " + most,
                text -> within(Long.parseLong(text), least, most));
    }

    boolean flag(String key, boolean otherwise) {
        return read(key, otherwise, "true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        });
    }

    Duration duration(String key, Duration otherwise) {
        return read(key, otherwise, "a duration such as 90s, 30m or 7d", DurationText::parse);
    }

    @Nullable
    Duration optionalDuration(String key) {
        return values.containsKey(key) ? duration(key, Duration.ZERO) : ignore(key);
    }

    /** A value of any type; {@code rule} says what it must be. An exception's own words are used if it has any. */
    <T> T read(String key, T otherwise, String rule, Function<String, T> parser) {
        known.add(key);
        Node node = values.get(key);
        if (node == null) {
            return otherwise;
        }
        String text = node instanceof ScalarNode scalar ? scalar.getValue() : "(a list or keys)";
        try {
            return parser.apply(text.strip());
        } catch (RuntimeException e) {
            problem(line(node), path + key + " must be " + rule + ", not \"" + text + "\"");
            return otherwise;
        }
    }

    /** A list of texts, or a single one. */
    List<String> texts(String key) {
        known.add(key);
        Node node = values.get(key);
        List<String> texts = new ArrayList<>();
        List<Node> items =
                node instanceof SequenceNode sequence ? sequence.getValue() : node == null ? List.of() : List.of(node);
        for (Node item : items) {
            if (item instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else {
                problem(line(item), path + key + " must be a list of texts");
            }
        }
        return texts;
    }

    Set<String> set(String key) {
        return new HashSet<>(texts(key));
    }

    /** To be called when all known keys have been read. */
    void finish() {
        values.keySet().stream().filter(key -> !known.contains(key)).forEach(key -> {
            Integer at = lines.get(key);
            problem(at == null ? line : at, "no key is called " + path + key + Nearest.suggestion(key, known));
        });
    }

    void problem(String key, String what) {
        Node node = values.get(key);
        problem(node == null ? line : line(node), path + key + ": " + what);
    }

    private void problem(int at, String what) {
        problems.add("line " + at + ": " + what);
    }

    private @Nullable Duration ignore(String key) {
        known.add(key);
        return null;
    }

    private static double within(double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException();
        }
        return value;
    }

    private static long within(long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException();
        }
        return value;
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
