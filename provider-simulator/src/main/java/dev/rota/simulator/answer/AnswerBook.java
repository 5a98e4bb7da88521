package dev.rota.simulator.answer;

import dev.rota.simulator.behaviour.Quality;
import java.util.List;
import java.util.Optional;

/** Known answers, the first match first. */
public final class AnswerBook {
    private static final Answer RIGHT =
            Answer.text("This is an answer of the provider simulator. It knows no better one to this question.");
    private static final Answer PARTLY = Answer.text("This is a part of an answer of the provider simulator.");
    private static final Answer WRONG = Answer.text("I am not sure what is asked here.");

    private final List<AnswerRule> rules;

    public AnswerBook(List<AnswerRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The answer known for the prompt, if there is one. */
    public Optional<Answer> known(String prompt, boolean afterTool, Quality quality) {
        return rules.stream()
                .filter(rule -> rule.matches(prompt, afterTool))
                .findFirst()
                .map(rule -> rule.at(quality));
    }

    /** What is said to prompts that nobody knows. */
    public static Answer unknown(Quality quality) {
        return switch (quality) {
            case RIGHT -> RIGHT;
            case PARTLY -> PARTLY;
            case WRONG -> WRONG;
            case EMPTY, REASONING_ONLY -> Answer.text("");
        };
    }
}
