package dev.rota.tester.grading;

/**
 * A tool the assistant called.
 *
 * @param id the provider's id of the call; may be empty
 * @param name the tool
 * @param arguments as the model wrote them: JSON text, if all went well
 */
public record ToolCall(String id, String name, String arguments) {}
