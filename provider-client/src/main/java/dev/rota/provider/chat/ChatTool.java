package dev.rota.provider.chat;

/**
 * A tool offered to the model.
 *
 * @param name its name
 * @param description what it does
 * @param parametersSchema the JSON Schema of its arguments, as JSON text
 */
public record ChatTool(String name, String description, String parametersSchema) {}
