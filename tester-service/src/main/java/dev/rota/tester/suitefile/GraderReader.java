package dev.rota.tester.suitefile;

import dev.rota.domain.text.Nearest;
import dev.rota.tester.grading.Grader;
import dev.rota.tester.grading.WeightedGrader;
import dev.rota.tester.marking.JsonSchemas;
import dev.rota.tester.suite.Tool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads a grader: a mapping with one key that is its kind, and perhaps a weight. */
final class GraderReader {
    private static final double MOST_WEIGHT = 1_000;
    private static final int MOST_CHARACTERS = 1_000_000;

    private final Problems problems;
    private final List<Tool> tools;
    private final Map<String, Function<Node, Optional<Grader>>> kinds = new LinkedHashMap<>();

    GraderReader(Problems problems, List<Tool> tools) {
        this.problems = problems;
        this.tools = tools;
        CodeGraderReader code = new CodeGraderReader(problems);
        kinds.put("javascript", code::javaScript);
        kinds.put("mutation", code::mutation);
        kinds.put("contains", this::contains);
        kinds.put("regex", this::regex);
        kinds.put("equals", this::equal);
        kinds.put("number", this::number);
        kinds.put("json", this::json);
        kinds.put("toolCall", this::toolCall);
        kinds.put("refusal", this::refusal);
        kinds.put("length", this::length);
    }

    Optional<WeightedGrader> read(Node node) {
        Fields fields = Fields.of("a grader", node, problems);
        double weight = fields.number("weight", 0, MOST_WEIGHT).orElse(1.0);
        List<String> given =
                fields.keys().stream().filter(key -> !key.equals("weight")).toList();
        if (given.size() != 1 || !kinds.containsKey(given.getFirst())) {
            refuse(fields, given);
            return Optional.empty();
        }
        String kind = given.getFirst();
        Optional<Grader> grader = fields.node(kind)
                .flatMap(content ->
                        kinds.getOrDefault(kind, _ -> Optional.empty()).apply(content));
        return grader.flatMap(g -> problems.attempt(node.line(), () -> new WeightedGrader(g, weight)));
    }

    /** What an item of "graders" may hold. */
    private List<String> keys() {
        List<String> keys = new ArrayList<>(kinds.keySet());
        keys.add("weight");
        return keys;
    }

    private void refuse(Fields fields, List<String> given) {
        List<String> unknown =
                given.stream().filter(key -> !kinds.containsKey(key)).toList();
        String known = "known are " + String.join(", ", kinds.keySet());
        if (!unknown.isEmpty()) {
            unknown.forEach(key -> problems.add(
                    fields.line(key),
                    "there is no grader \"" + key + "\"; "
                            + Nearest.to(key, keys())
                                    .map(near -> "did you mean \"" + near + "\"?")
                                    .orElse(known)));
        } else if (!fields.keys().isEmpty()) {
            problems.add(fields.line(), "an item of \"graders\" has exactly one grader; " + known);
        }
    }

    private Optional<Grader> contains(Node node) {
        if (node instanceof Node.Members) {
            Fields fields = Fields.of("contains", node, problems);
            List<String> all = fields.someItems("all").stream().map(Node::text).toList();
            boolean ignoreCase = fields.flag("ignoreCase", false);
            fields.finish();
            return all.isEmpty() ? Optional.empty() : Optional.of(new Grader.Contains(all, ignoreCase));
        }
        List<String> all = node instanceof Node.Items(int _, List<Node> items)
                ? items.stream().map(Node::text).toList()
                : List.of(node.text());
        return Optional.of(new Grader.Contains(all, false));
    }

    private Optional<Grader> regex(Node node) {
        boolean whole = false;
        String pattern = node.text();
        if (node instanceof Node.Members) {
            Fields fields = Fields.of("regex", node, problems);
            pattern = fields.text("pattern");
            whole = fields.flag("whole", false);
            fields.finish();
        }
        try {
            Pattern.compile(pattern);
            return Optional.of(new Grader.Regex(pattern, whole));
        } catch (PatternSyntaxException e) {
            problems.add(node.line(), "\"" + pattern + "\" is no regular expression: " + e.getDescription());
            return Optional.empty();
        }
    }

    private Optional<Grader> equal(Node node) {
        if (!(node instanceof Node.Members)) {
            return Optional.of(new Grader.Equals(node.text(), false));
        }
        Fields fields = Fields.of("equals", node, problems);
        Grader grader = new Grader.Equals(fields.text("text"), fields.flag("ignoreCase", false));
        fields.finish();
        return Optional.of(grader);
    }

    private Optional<Grader> number(Node node) {
        if (node.json().isNumber()) {
            return Optional.of(new Grader.NumberNear(node.json().doubleValue(), 0));
        }
        Fields fields = Fields.of("number", node, problems);
        fields.required("value");
        Optional<Double> value = fields.number("value", -Double.MAX_VALUE, Double.MAX_VALUE);
        double tolerance = fields.number("tolerance", 0, Double.MAX_VALUE).orElse(0.0);
        fields.finish();
        return value.map(expected -> new Grader.NumberNear(expected, tolerance));
    }

    private Optional<Grader> json(Node node) {
        Fields fields = Fields.of("json", node, problems);
        String schema = fields.node("schema")
                .map(given -> schema("the schema", given, problems))
                .orElse("{}");
        String equal =
                fields.node("equals").map(given -> given.json().toString()).orElse(null);
        fields.finish();
        return Optional.of(new Grader.Json(schema, equal));
    }

    private Optional<Grader> toolCall(Node node) {
        Fields fields = Fields.of("toolCall", node, problems);
        String name = fields.text("tool");
        String arguments =
                fields.node("arguments").map(given -> given.json().toString()).orElse("{}");
        fields.finish();
        Optional<Tool> tool =
                tools.stream().filter(offered -> offered.name().equals(name)).findFirst();
        if (tool.isEmpty() && !name.isEmpty()) {
            problems.add(fields.line("tool"), "the task offers no tool \"" + name + "\"; add it to \"tools\"");
        }
        return tool.map(offered -> new Grader.CallsTool(name, arguments, offered.parametersSchema()));
    }

    private Optional<Grader> refusal(Node node) {
        if (node.json().isBoolean()) {
            return Optional.of(new Grader.Refusal(node.json().booleanValue()));
        }
        problems.add(node.line(), "\"refusal\" must be true (the answer should refuse) or false (it should not)");
        return Optional.empty();
    }

    private Optional<Grader> length(Node node) {
        Fields fields = Fields.of("length", node, problems);
        int min = fields.whole("min", 0, MOST_CHARACTERS).orElse(0);
        int max = fields.whole("max", 0, MOST_CHARACTERS).orElse(MOST_CHARACTERS);
        fields.finish();
        if (min > max) {
            problems.add(node.line(), "\"min\" of length is " + min + ", which is more than its \"max\" of " + max);
        }
        return Optional.of(new Grader.Length(min, max));
    }

    /** A JSON Schema as JSON text; reports what is wrong with it. */
    static String schema(String what, Node node, Problems problems) {
        String schema = node.json().toString();
        new JsonSchemas()
                .problemWith(schema)
                .ifPresent(problem -> problems.add(node.line(), what + " is no JSON Schema: " + problem));
        return schema;
    }
}
