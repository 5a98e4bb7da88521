package dev.rota.tester.suite;

import dev.rota.tester.grading.ToolCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of the conversation a task begins with.
 *
 * @param role who says it
 * @param content what is said; may be empty where an assistant only calls tools
 * @param toolCalls the tools an assistant called; empty for every other role
 * @param toolCallId for {@link Role#TOOL}: which call this is the result of; null for every other role
 */
public record Message(
        Role role,
        String content,
        List<ToolCall> toolCalls,
        @Nullable String toolCallId) {

    public Message {
        toolCalls = List.copyOf(toolCalls);
        if (role != Role.ASSISTANT && !toolCalls.isEmpty()) {
            throw new IllegalArgumentException("only an assistant calls tools, not " + role);
        }
        if ((role == Role.TOOL) != (toolCallId != null)) {
            throw new IllegalArgumentException(
                    "a message of role TOOL, and no other, names the tool call it answers; role is " + role);
        }
        if (content.isBlank() && toolCalls.isEmpty()) {
            throw new IllegalArgumentException("a message of role " + role + " needs content");
        }
    }

    public static Message system(String content) {
        return new Message(Role.SYSTEM, content, List.of(), null);
    }

    public static Message user(String content) {
        return new Message(Role.USER, content, List.of(), null);
    }

    public static Message assistant(String content) {
        return new Message(Role.ASSISTANT, content, List.of(), null);
    }
}
