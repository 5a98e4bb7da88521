package dev.rota.tester.grading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model said.
 *
 * @param text the answer without reasoning that the provider reported apart; may be empty
 * @param toolCalls the tools it called
 * @param finishReason the provider's reason for stopping, such as {@code stop} or {@code length}; null if none came
 */
public record Answer(
        String text, List<ToolCall> toolCalls, @Nullable String finishReason) {
    public Answer {
        toolCalls = List.copyOf(toolCalls);
    }

    /** A plain answer that ended by itself. */
    public static Answer of(String text) {
        return new Answer(text, List.of(), "stop");
    }
}
