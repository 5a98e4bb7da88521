package dev.rota.launcher.doctor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rota.launcher.terminal.Terminal;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found, for people and for programs.
 *
 * @param diagnoses in the order of the checks
 */
public record Findings(List<Diagnosis> diagnoses) {
    private static final JsonFactory JSON = new JsonFactory();

    public Findings {
        diagnoses = List.copyOf(diagnoses);
    }

    /** Whether everything works, though perhaps not as well as it could. */
    public boolean healthy() {
        return diagnoses.stream().noneMatch(diagnosis -> diagnosis.health() == Health.BROKEN);
    }

    /** One line each, and one more for what to do. */
    public List<String> lines(Terminal terminal) {
        int width = diagnoses.stream()
                .mapToInt(diagnosis -> diagnosis.check().length())
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        for (Diagnosis diagnosis : diagnoses) {
            String name =
                    diagnosis.check() + " ".repeat(width - diagnosis.check().length());
            lines.add(mark(diagnosis.health(), terminal) + "  " + name + "  " + diagnosis.found());
            if (!diagnosis.remedy().isEmpty()) {
                lines.add(" ".repeat(width + 10) + "→ " + diagnosis.remedy());
            }
        }
        return lines;
    }

    private static String mark(Health health, Terminal terminal) {
        return switch (health) {
            case OK -> terminal.green("ok    ");
            case ABSENT -> terminal.dim("–     ");
            case WARNING -> terminal.bold("watch ");
            case BROKEN -> terminal.red("broken");
        };
    }

    /** {@code {"healthy", "checks": [{"check", "health", "found", "remedy"?}]}}. */
    public String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            out.writeBooleanField("healthy", healthy());
            out.writeArrayFieldStart("checks");
            for (Diagnosis diagnosis : diagnoses) {
                out.writeStartObject();
                out.writeStringField("check", diagnosis.check());
                out.writeStringField("health", diagnosis.health().name());
                out.writeStringField("found", diagnosis.found());
                if (!diagnosis.remedy().isEmpty()) {
                    out.writeStringField("remedy", diagnosis.remedy());
                }
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
