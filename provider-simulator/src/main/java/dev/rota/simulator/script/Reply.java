package dev.rota.simulator.script;

import dev.rota.simulator.answer.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one choice of a response holds.
 *
 * @param content null if the model says nothing at all
 * @param reasoning null if it does not think aloud
 * @param finish the finish reason; null where the response ends without one
 */
record Reply(
        @Nullable String content,
        @Nullable String reasoning,
        List<Answer.ToolCall> calls,
        @Nullable String finish) {

    private static final String THOUGHT = "Let me read the question once more and think about what is really asked. ";

    /** An answer with so much reasoning before it. */
    static Reply of(Answer answer, int reasoningTokens) {
        String content = answer.content().isEmpty() && !answer.calls().isEmpty() ? null : answer.content();
        return new Reply(
                content,
                thought(reasoningTokens),
                answer.calls(),
                answer.calls().isEmpty() ? "stop" : "tool_calls");
    }

    static @Nullable String thought(int tokens) {
        if (tokens == 0) {
            return null;
        }
        int length = Tokens.count(THOUGHT);
        return Tokens.first(THOUGHT.repeat(tokens / length + 1), tokens);
    }

    Reply withFinish(@Nullable String reason) {
        return new Reply(content, reasoning, calls, reason);
    }

    /** The same, cut by a limit of the output; reasoning counts first, as it does with real providers. */
    Reply cutTo(@Nullable Integer maxTokens) {
        if (maxTokens == null || tokens() <= maxTokens) {
            return this;
        }
        int left = Math.max(0, maxTokens - reasoningTokens());
        String thought = reasoning == null ? null : Tokens.first(reasoning, maxTokens);
        return new Reply(content == null ? null : Tokens.first(content, left), thought, List.of(), "length");
    }

    int reasoningTokens() {
        return reasoning == null ? 0 : Tokens.count(reasoning);
    }

    int tokens() {
        int said = content == null ? 0 : Tokens.count(content);
        int called = calls.stream()
                .mapToInt(call -> 8 + Tokens.count(call.arguments()))
                .sum();
        return reasoningTokens() + said + called;
    }
}
