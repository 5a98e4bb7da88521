package dev.rota.tester.marking;

import dev.rota.tester.grading.Answer;
import dev.rota.tester.grading.Check;
import dev.rota.tester.grading.Grade;
import dev.rota.tester.grading.Grader;
import dev.rota.tester.grading.Grading;
import dev.rota.tester.grading.WeightedGrader;
import dev.rota.tester.sandbox.Sandbox;
import java.util.List;

/** All graders. Owns the sandbox it is given. */
public final class AnswerGrading implements Grading, AutoCloseable {
    private final Sandbox sandbox;
    private final JavaScriptMarker javaScript;
    private final MutationMarker mutation;
    private final JsonMarker json;
    private final ToolCallMarker toolCalls;

    public AnswerGrading(Sandbox sandbox) {
        this.sandbox = sandbox;
        JsonSchemas schemas = new JsonSchemas();
        javaScript = new JavaScriptMarker(sandbox);
        mutation = new MutationMarker(sandbox);
        json = new JsonMarker(schemas);
        toolCalls = new ToolCallMarker(schemas);
    }

    /** Grading with the default sandbox. */
    public static AnswerGrading standard() {
        return new AnswerGrading(Sandbox.standard());
    }

    @Override
    public Grade grade(List<WeightedGrader> graders, Answer answer) {
        String text = AnswerText.of(answer);
        return Grade.of(graders.stream()
                .flatMap(weighted -> spread(weighted.weight(), checks(weighted.grader(), text, answer)).stream())
                .toList());
    }

    @Override
    public void close() {
        sandbox.close();
    }

    private List<Check> checks(Grader grader, String text, Answer answer) {
        return switch (grader) {
            case Grader.JavaScript g -> javaScript.mark(g, text);
            case Grader.Mutation g -> mutation.mark(g, text);
            case Grader.Contains g -> TextMarker.contains(g, text);
            case Grader.Regex g -> TextMarker.regex(g, text);
            case Grader.Equals g -> TextMarker.equal(g, text);
            case Grader.NumberNear g -> TextMarker.number(g, text);
            case Grader.Json g -> json.mark(g, text);
            case Grader.CallsTool g -> toolCalls.mark(g, answer.toolCalls());
            case Grader.Refusal g -> TextMarker.refusal(g, text);
            case Grader.Length g -> TextMarker.length(g, text);
        };
    }

    /** The checks with their weights scaled so that they add up to the grader's. */
    private static List<Check> spread(double weight, List<Check> checks) {
        double sum = checks.stream().mapToDouble(Check::weight).sum();
        return sum == 0
                ? checks
                : checks.stream()
                        .map(check ->
                                new Check(check.name(), check.weight() * weight / sum, check.passed(), check.detail()))
                        .toList();
    }
}
