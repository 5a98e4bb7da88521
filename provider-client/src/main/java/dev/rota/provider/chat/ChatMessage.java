package dev.rota.provider.chat;

import dev.rota.provider.judge.ToolUse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of a conversation.
 *
 * @param role {@code system}, {@code user}, {@code assistant} or {@code tool}
 * @param content what is said; may be empty where an assistant only calls tools
 * @param toolCalls the tools an assistant called
 * @param toolCallId for a tool's message: which call it answers
 */
public record ChatMessage(
        String role,
        String content,
        List<ToolUse> toolCalls,
        @Nullable String toolCallId) {
    public ChatMessage {
        toolCalls = List.copyOf(toolCalls);
    }

    public static ChatMessage user(String content) {
        return new ChatMessage("user", content, List.of(), null);
    }
}
