package dev.rota.simulator.answer;

import dev.rota.simulator.behaviour.Quality;
import java.util.regex.Pattern;

/**
 * What models say to prompts that match.
 *
 * @param match sought anywhere in the last user message
 * @param afterTool whether the rule is for the turn after a tool's result; the others are for the turns before
 */
public record AnswerRule(Pattern match, boolean afterTool, Answer right, Answer partly, Answer wrong) {

    /** Plain texts. */
    public static AnswerRule of(String match, String right, String partly, String wrong) {
        return new AnswerRule(
                Pattern.compile(match), false, Answer.text(right), Answer.text(partly), Answer.text(wrong));
    }

    public boolean matches(String prompt, boolean toolAnswered) {
        return toolAnswered == afterTool && match.matcher(prompt).find();
    }

    public Answer at(Quality quality) {
        return switch (quality) {
            case RIGHT -> right;
            case PARTLY -> partly;
            case WRONG -> wrong;
            case EMPTY, REASONING_ONLY -> Answer.text("");
        };
    }
}
