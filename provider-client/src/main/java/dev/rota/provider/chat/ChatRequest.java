package dev.rota.provider.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request for a chat completion.
 *
 * @param model the provider's own id of the model
 * @param messages the conversation so far
 * @param tools offered to the model; empty for none
 * @param maxTokens output limit, reasoning included; null leaves it to the provider
 * @param temperature null leaves it to the provider
 * @param stream whether to ask for a stream
 */
public record ChatRequest(
        String model,
        List<ChatMessage> messages,
        List<ChatTool> tools,
        @Nullable Integer maxTokens,
        @Nullable Double temperature,
        boolean stream) {
    public ChatRequest {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
    }
}
