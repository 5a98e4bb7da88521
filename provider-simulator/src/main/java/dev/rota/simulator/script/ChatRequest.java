package dev.rota.simulator.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks for, as far as the simulator cares.
 *
 * @param prompt the last user message
 * @param afterTool whether the last message is a tool's result
 * @param tools the tools on offer
 * @param toolChoice {@code none}, {@code auto}, {@code required}, or the name of the tool that must be called
 * @param maxTokens limit of the output, reasoning included; null if there is none
 * @param promptTokens tokens of all messages, estimated
 */
public record ChatRequest(
        String model,
        boolean stream,
        String prompt,
        boolean afterTool,
        List<Tool> tools,
        String toolChoice,
        @Nullable Integer maxTokens,
        int promptTokens) {

    public ChatRequest {
        tools = List.copyOf(tools);
    }

    /** A tool on offer, with the JSON schema of its parameters. */
    public record Tool(String name, JsonNode parameters) {}

    /** Whether a tool may be called. */
    public boolean allowsTools() {
        return !tools.isEmpty() && !toolChoice.equals("none");
    }

    /** Whether one must be. */
    public boolean demandsTools() {
        return allowsTools() && !toolChoice.equals("auto");
    }
}
