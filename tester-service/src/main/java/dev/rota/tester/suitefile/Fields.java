package dev.rota.tester.suitefile;

import dev.rota.domain.text.Nearest;
import dev.rota.domain.time.DurationText;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of one mapping, asked for by name. What was never asked for is unknown. */
final class Fields {
    private final String what;
    private final int line;
    private final Map<String, Node.Member> members;
    private final Problems problems;
    private final Set<String> asked = new LinkedHashSet<>();

    private Fields(String what, Node.Members node, Problems problems) {
        this.what = what;
        this.line = node.line();
        this.members = node.members();
        this.problems = problems;
    }

    /** The fields of a node; none, with a problem, if it is no mapping. */
    static Fields of(String what, Node node, Problems problems) {
        if (node instanceof Node.Members mapping) {
            return new Fields(what, mapping, problems);
        }
        problems.add(node.line(), what + " must be a mapping of keys to values, not " + node.kind());
        return new Fields(what, new Node.Members(node.line(), Map.of()), problems);
    }

    int line() {
        return line;
    }

    /** The line of a key, or of the mapping where the key is missing. */
    int line(String key) {
        Node.@Nullable Member member = members.get(key);
        return member == null ? line : member.line();
    }

    Problems problems() {
        return problems;
    }

    Optional<Node> node(String key) {
        asked.add(key);
        Node.@Nullable Member member = members.get(key);
        return member == null ? Optional.empty() : Optional.of(member.value());
    }

    Optional<Node> required(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty() && !members.isEmpty()) {
            problems.add(line, what + " needs \"" + key + "\"");
        }
        return node;
    }

    /** A required text; empty, with a problem, where it is missing. */
    String text(String key) {
        return required(key).flatMap(node -> textOf(key, node)).orElse("");
    }

    Optional<String> optionalText(String key) {
        return node(key).flatMap(node -> textOf(key, node));
    }

    Optional<Double> number(String key, double min, double max) {
        return node(key).flatMap(node -> {
            if (node.json().isNumber()
                    && node.json().doubleValue() >= min
                    && node.json().doubleValue() <= max) {
                return Optional.of(node.json().doubleValue());
            }
            return wrong(key, node, "a number" + bounds(min, max));
        });
    }

    Optional<Integer> whole(String key, int min, int max) {
        return node(key).flatMap(node -> {
            if (node.json().canConvertToInt()
                    && node.json().isIntegralNumber()
                    && node.json().intValue() >= min
                    && node.json().intValue() <= max) {
                return Optional.of(node.json().intValue());
            }
            return wrong(key, node, "a whole number from %d to %d".formatted(min, max));
        });
    }

    boolean flag(String key, boolean otherwise) {
        return node(key)
                .flatMap(node -> node.json().isBoolean()
                        ? Optional.of(node.json().booleanValue())
                        : this.<Boolean>wrong(key, node, "true or false"))
                .orElse(otherwise);
    }

    Duration duration(String key, Duration otherwise) {
        Optional<Node> node = node(key);
        return node.flatMap(given -> problems.attempt(given.line(), () -> DurationText.parse(given.text())))
                .orElse(otherwise);
    }

    /** The items of a list; none where it is missing. */
    List<Node> items(String key) {
        return node(key).map(node -> itemsOf(key, node)).orElse(List.of());
    }

    /** The items of a list that must be there and have some. */
    List<Node> someItems(String key) {
        Optional<Node> node = required(key);
        List<Node> items = node.map(given -> itemsOf(key, given)).orElse(List.of());
        if (node.isPresent() && items.isEmpty()) {
            problems.add(line(key), "\"" + key + "\" of " + what + " needs at least one item");
        }
        return items;
    }

    Set<String> keys() {
        return members.keySet();
    }

    /** Reports every key nobody asked for. Call it last. */
    void finish() {
        members.forEach((key, member) -> {
            if (!asked.contains(key)) {
                String hint = Nearest.to(key, asked)
                        .map(near -> "; did you mean \"" + near + "\"?")
                        .orElse("; known are " + String.join(", ", asked));
                problems.add(member.line(), "unknown key \"" + key + "\" in " + what + hint);
            }
        });
    }

    private Optional<String> textOf(String key, Node node) {
        boolean scalar = node instanceof Node.Scalar && !node.json().isNull();
        return scalar ? Optional.of(node.text()) : wrong(key, node, "text");
    }

    private List<Node> itemsOf(String key, Node node) {
        return node instanceof Node.Items(int _, List<Node> items)
                ? items
                : this.<List<Node>>wrong(key, node, "a list").orElse(List.of());
    }

    private <T> Optional<T> wrong(String key, Node node, String rule) {
        String value = node instanceof Node.Scalar ? node.json().toString() : node.kind();
        problems.add(node.line(), "\"" + key + "\" of " + what + " must be " + rule + ", not " + value);
        return Optional.empty();
    }

    private static String bounds(double min, double max) {
        if (max < Double.MAX_VALUE) {
            return " from " + plain(min) + " to " + plain(max);
        }
        return min > -Double.MAX_VALUE ? ", " + plain(min) + " or more" : "";
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }
}
