package dev.rota.discovery.kafka;

import dev.rota.discovery.change.Appearance;
import dev.rota.discovery.change.KnownModel;
import dev.rota.domain.model.ModelFacts;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The record headers in which {@code rota.models} keeps discovery's own memory of a model: its appearance, and how many
 * readings have missed it. They are no facts about the model, so they are no fields of the event; compaction keeps
 * them.
 */
final class MemoryHeaders {
    private static final String APPEARANCE = "rota-appearance";
    private static final String MISSED = "rota-missed";
    private static final String NONE = "none";

    private MemoryHeaders() {}

    static void write(Headers headers, KnownModel model) {
        Appearance appearance = model.appearance();
        headers.add(APPEARANCE, bytes(appearance == null ? NONE : appearance.format()));
        headers.add(MISSED, bytes(Integer.toString(model.missed())));
    }

    /** What the headers say; what the facts alone say where one is missing, or not ours. */
    static KnownModel read(Headers headers, ModelFacts facts) {
        return KnownModel.of(facts, appearance(headers, facts), missed(headers));
    }

    private static @Nullable Appearance appearance(Headers headers, ModelFacts facts) {
        String text = text(headers, APPEARANCE);
        if (text.equals(NONE)) {
            return null;
        }
        Appearance appearance = Appearance.parse(text);
        return appearance == null ? Appearance.of(facts) : appearance;
    }

    private static int missed(Headers headers) {
        String text = text(headers, MISSED);
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
