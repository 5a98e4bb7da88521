package dev.rota.tester.suitefile;

import dev.rota.tester.grading.ToolCall;
import dev.rota.tester.grading.WeightedGrader;
import dev.rota.tester.suite.Example;
import dev.rota.tester.suite.Message;
import dev.rota.tester.suite.Role;
import dev.rota.tester.suite.Task;
import dev.rota.tester.suite.Tool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a task: its conversation, its tools, its graders, its examples. */
final class TaskReader {
    private static final String EMPTY_PARAMETERS = "{\"type\":\"object\",\"properties\":{}}";

    private final Problems problems;
    private final Includes includes;
    private final Defaults defaults;

    TaskReader(Problems problems, Includes includes, Defaults defaults) {
        this.problems = problems;
        this.includes = includes;
        this.defaults = defaults;
    }

    Optional<Task> read(Node node) {
        Fields fields = Fields.of("a task", node, problems);
        String name = fields.text("name");
        Defaults own = Defaults.read(fields, defaults);
        List<Message> messages = messages(fields);
        List<Tool> tools = fields.items("tools").stream()
                .flatMap(item -> tool(item).stream())
                .toList();
        GraderReader graderReader = new GraderReader(problems, tools);
        List<WeightedGrader> graders = fields.someItems("graders").stream()
                .flatMap(item -> graderReader.read(item).stream())
                .toList();
        List<Example> examples = examples(fields.items("examples"));
        fields.finish();
        return name.isEmpty() || messages.isEmpty() || graders.isEmpty()
                ? Optional.empty()
                : problems.attempt(
                        node.line(),
                        () -> new Task(name, messages, tools, own.maxTokens(), own.temperature(), graders, examples));
    }

    private List<Example> examples(List<Node> items) {
        ExampleReader reader = new ExampleReader(problems);
        List<Example> examples = new ArrayList<>();
        for (Node item : items) {
            reader.read(item, examples.size() + 1).ifPresent(examples::add);
        }
        return examples;
    }

    /** The system prompt first, then the messages, then the prompt as the user's last word. */
    private List<Message> messages(Fields fields) {
        int before = problems.count();
        List<Message> messages = new ArrayList<>();
        content(fields, "system").ifPresent(text -> message(fields.line("system"), Role.SYSTEM, text, messages));
        fields.items("messages").forEach(item -> message(item).ifPresent(messages::add));
        content(fields, "prompt").ifPresent(text -> message(fields.line("prompt"), Role.USER, text, messages));
        if (messages.isEmpty() && problems.count() == before && !fields.keys().isEmpty()) {
            problems.add(fields.line(), "a task needs a \"prompt\" or \"messages\"");
        }
        return messages;
    }

    private void message(int line, Role role, String text, List<Message> to) {
        problems.attempt(line, () -> new Message(role, text, List.of(), null)).ifPresent(to::add);
    }

    /** The text of a key, or of the file that the key with {@code File} behind it names. */
    private Optional<String> content(Fields fields, String key) {
        Optional<String> inline = fields.optionalText(key);
        Optional<String> file = fields.optionalText(key + "File");
        if (inline.isPresent() && file.isPresent()) {
            problems.add(fields.line(key), "give either \"" + key + "\" or \"" + key + "File\", not both");
        }
        return inline.or(() -> file.flatMap(name -> {
            Optional<String> text = includes.read(name);
            if (text.isEmpty()) {
                problems.add(
                        fields.line(key + "File"),
                        "there is no readable file \"" + name + "\" beside the suite file; give its plain name");
            }
            return text;
        }));
    }

    private Optional<Message> message(Node node) {
        Fields fields = Fields.of("a message", node, problems);
        Optional<Role> role = role(fields);
        String content = content(fields, "content").orElse("");
        List<ToolCall> calls = toolCalls(fields, problems);
        String callId = fields.optionalText("toolCallId").orElse(null);
        fields.finish();
        return role.flatMap(who -> problems.attempt(node.line(), () -> new Message(who, content, calls, callId)));
    }

    private Optional<Role> role(Fields fields) {
        String name = fields.text("role");
        Optional<Role> role = Arrays.stream(Role.values())
                .filter(candidate -> lower(candidate).equals(name))
                .findFirst();
        if (role.isEmpty() && !name.isEmpty()) {
            String known = Arrays.stream(Role.values()).map(TaskReader::lower).collect(Collectors.joining(", "));
            problems.add(fields.line("role"), "\"" + name + "\" is no role; known are " + known);
        }
        return role;
    }

    /** Calls as an assistant made them, or as an example answer has them. */
    static List<ToolCall> toolCalls(Fields fields, Problems problems) {
        List<ToolCall> calls = new ArrayList<>();
        for (Node node : fields.items("toolCalls")) {
            Fields call = Fields.of("a tool call", node, problems);
            String id = call.optionalText("id").orElse("call_" + (calls.size() + 1));
            String name = call.text("name");
            String arguments = call.node("arguments").map(TaskReader::arguments).orElse("{}");
            call.finish();
            calls.add(new ToolCall(id, name, arguments));
        }
        return calls;
    }

    /** Text is taken as it is, so that an example can have broken JSON. */
    private static String arguments(Node node) {
        return node.json().isTextual() ? node.json().asText() : node.json().toString();
    }

    private Optional<Tool> tool(Node node) {
        Fields fields = Fields.of("a tool", node, problems);
        String name = fields.text("name");
        String description = fields.optionalText("description").orElse("");
        String parameters = fields.node("parameters")
                .map(given -> GraderReader.schema("the parameters of tool " + name, given, problems))
                .orElse(EMPTY_PARAMETERS);
        fields.finish();
        return name.isEmpty()
                ? Optional.empty()
                : problems.attempt(node.line(), () -> new Tool(name, description, parameters));
    }

    private static String lower(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
