package dev.rota.simulator.scenario;

import dev.rota.simulator.answer.Answer;
import dev.rota.simulator.answer.AnswerBook;
import dev.rota.simulator.answer.AnswerRule;
import dev.rota.simulator.behaviour.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads a known answer: a text, or a mapping with {@code text} and {@code calls}. */
final class AnswerReader {
    private final Problems problems;

    AnswerReader(Problems problems) {
        this.problems = problems;
    }

    @Nullable
    AnswerRule read(YamlNode node, String path) {
        Section section = new Section(node, path, problems);
        Pattern match = section.scalar("match", AnswerReader::regex);
        Boolean afterTool = section.flag("afterTool");
        Answer right = section.read("right", this::answer);
        Answer partly = section.read("partly", this::answer);
        Answer wrong = section.read("wrong", this::answer);
        section.end();
        for (String key : List.of("match", "right")) {
            if (!section.entries().containsKey(key)) {
                problems.add(node.line(), path, "needs the key " + key);
            }
        }
        if (match == null || right == null) {
            return null;
        }
        return new AnswerRule(
                match,
                afterTool != null && afterTool,
                right,
                partly == null ? AnswerBook.unknown(Quality.PARTLY) : partly,
                wrong == null ? AnswerBook.unknown(Quality.WRONG) : wrong);
    }

    private Answer answer(YamlNode node, String path) {
        if (node instanceof YamlNode.Scalar scalar) {
            return Answer.text(scalar.text());
        }
        Section section = new Section(node, path, problems);
        String text = section.text("text");
        List<Answer.ToolCall> calls = new ArrayList<>();
        List<YamlNode> items = section.items("calls");
        for (int i = 0; i < items.size(); i++) {
            calls.add(call(items.get(i), section.at("calls") + "[" + i + "]"));
        }
        section.end();
        return new Answer(text == null ? "" : text, calls);
    }

    private Answer.ToolCall call(YamlNode node, String path) {
        Section section = new Section(node, path, problems);
        String name = section.text("name");
        String arguments = section.text("arguments");
        section.end();
        if (name == null) {
            problems.add(node.line(), path, "needs the key name: the tool to call");
        }
        return new Answer.ToolCall(name == null ? "?" : name, arguments == null ? "{}" : arguments);
    }

    private static Pattern regex(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "must be a regular expression, not \"" + text + "\": " + e.getDescription(), e);
        }
    }
}
