package dev.rota.simulator.answer;

import java.util.List;

/**
 * What a model says.
 *
 * @param content its text, possibly empty
 * @param calls the tools it calls
 */
public record Answer(String content, List<ToolCall> calls) {

    public Answer {
        calls = List.copyOf(calls);
    }

    public static Answer text(String content) {
        return new Answer(content, List.of());
    }

    /**
     * A call of one tool.
     *
     * @param arguments JSON as the model wrote it, so not necessarily JSON
     */
    public record ToolCall(String name, String arguments) {}
}
