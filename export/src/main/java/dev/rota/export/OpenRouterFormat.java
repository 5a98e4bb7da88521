package dev.rota.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code models} array of a request to OpenRouter, which tries them in order, as a JSON object that is part of a
 * request. OpenRouter refuses more than {@value #MOST} with HTTP 400.
 */
final class OpenRouterFormat implements ExportFormat {
    /** The most that OpenRouter takes. */
    static final int MOST = 3;

    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public String name() {
        return "openrouter";
    }

    @Override
    public String write(Selected selected) {
        List<Target> usable = usable(selected);
        if (usable.isEmpty()) {
            throw new ExportException(
                    "no model of rotation " + selected.rotation().name()
                            + " is OpenRouter's; ./rota export litellm takes models of any catalogue");
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            out.writeArrayFieldStart("models");
            for (Target target : usable.subList(0, Math.min(MOST, usable.size()))) {
                out.writeString(target.providerId());
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text + "\n";
    }

    @Override
    public List<String> notes(Selected selected) {
        List<String> notes = new ArrayList<>();
        List<Target> usable = usable(selected);
        if (usable.size() < selected.targets().size()) {
            notes.add("not OpenRouter's, so left out: " + (selected.targets().size() - usable.size()) + " of "
                    + selected.targets().size() + " models");
        }
        if (usable.size() > MOST) {
            notes.add("OpenRouter takes " + MOST + " models at most, so these are the first " + MOST + " of "
                    + usable.size());
        }
        return notes;
    }

    /** The simulator speaks OpenRouter's protocol, so its models are for trying this out. */
    private static List<Target> usable(Selected selected) {
        return selected.targets().stream()
                .filter(target ->
                        target.endpoint().openRouter() || target.entry().model().simulated())
                .toList();
    }
}
