package dev.rota.tester.suitefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rota.tester.suite.Suite;
import dev.rota.tester.suite.Task;
import dev.rota.tester.suite.Timeouts;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one suite. */
final class SuiteReader {
    private static final int VERSION_LENGTH = 12;

    private final Problems problems = new Problems();
    private final Includes includes;

    private SuiteReader(Includes includes) {
        this.includes = includes;
    }

    /**
     * The suite of a text.
     *
     * @param file names the text in messages
     */
    static Suite read(String file, String yaml, Includes includes) throws SuiteFileException {
        SuiteReader reader = new SuiteReader(includes);
        Optional<Suite> suite = YamlTree.parse(yaml, reader.problems).flatMap(reader::suite);
        if (suite.isEmpty() || reader.problems.count() > 0) {
            throw new SuiteFileException(file, reader.problems.inOrder());
        }
        return suite.get();
    }

    private Optional<Suite> suite(Node root) {
        Fields fields = Fields.of("the suite", root, problems);
        String name = fields.text("suite");
        String description = fields.optionalText("description").orElse("");
        Timeouts timeouts = fields.node("timeouts").map(this::timeouts).orElse(Timeouts.DEFAULT);
        Defaults defaults = fields.node("defaults").map(this::defaults).orElse(Defaults.NONE);
        TaskReader tasks = new TaskReader(problems, includes, defaults);
        List<Node> nodes = fields.someItems("tasks");
        List<Task> read =
                nodes.stream().flatMap(node -> tasks.read(node).stream()).toList();
        refuseTwins(nodes);
        fields.finish();
        return problems.count() > 0
                ? Optional.empty()
                : problems.attempt(
                        fields.line("suite"), () -> new Suite(name, version(read), description, timeouts, read));
    }

    /** Looks at the names alone, so that a task with other errors counts as well. */
    private void refuseTwins(List<Node> nodes) {
        Set<String> names = new HashSet<>();
        for (Node node : nodes) {
            Node.@Nullable Member name =
                    node instanceof Node.Members task ? task.members().get("name") : null;
            if (name != null && !names.add(name.value().text())) {
                problems.add(
                        name.line(),
                        "there are two tasks with the name \"" + name.value().text() + "\"");
            }
        }
    }

    private Timeouts timeouts(Node node) {
        Fields fields = Fields.of("timeouts", node, problems);
        Timeouts standard = Timeouts.DEFAULT;
        Timeouts timeouts = problems.attempt(
                        node.line(),
                        () -> new Timeouts(
                                fields.duration("connect", standard.connect()),
                                fields.duration("firstToken", standard.firstToken()),
                                fields.duration("idle", standard.idle()),
                                fields.duration("total", standard.total())))
                .orElse(standard);
        fields.finish();
        return timeouts;
    }

    private Defaults defaults(Node node) {
        Fields fields = Fields.of("defaults", node, problems);
        Defaults defaults = Defaults.read(fields, Defaults.NONE);
        fields.finish();
        return defaults;
    }

    /** A hash of what is asked and how it is graded; examples and comments do not matter. */
    private static String version(List<Task> tasks) {
        StringBuilder content = new StringBuilder();
        for (Task task : tasks) {
            content.append(List.of(task.name(), task.messages(), task.tools(), task.graders()))
                    .append(task.maxTokens())
                    .append(' ')
                    .append(task.temperature())
                    .append('\n');
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, VERSION_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
