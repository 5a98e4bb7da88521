package dev.rota.provider.judge;

/**
 * A tool the model called.
 *
 * @param id the provider's id of the call; may be empty
 * @param name the tool
 * @param arguments as the model wrote them: JSON text, if all went well
 */
public record ToolUse(String id, String name, String arguments) {}
