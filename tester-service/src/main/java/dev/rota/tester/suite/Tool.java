package dev.rota.tester.suite;

import dev.rota.domain.Checks;

/**
 * A tool offered to the model.
 *
 * @param name its name
 * @param description what it does
 * @param parametersSchema the JSON Schema of its arguments, as JSON text
 */
public record Tool(String name, String description, String parametersSchema) {
    public Tool {
        Checks.text("tool name", name);
    }
}
