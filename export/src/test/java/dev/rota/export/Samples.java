package dev.rota.export;

import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.domain.rotation.Tier;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rotations to export. */
final class Samples {
    static final Instant T = Instant.parse("2026-08-22T10:00:00Z");
    static final Endpoint OPENROUTER =
            new Endpoint("openrouter", URI.create("https://openrouter.ai/api/v1"), Optional.of("OPENROUTER_API_KEY"));
    static final Endpoint GROQ =
            new Endpoint("groq", URI.create("https://api.groq.com/openai/v1"), Optional.of("GROQ_API_KEY"));
    static final Endpoint SIMULATOR =
            new Endpoint("simulator", URI.create("http://127.0.0.1:9999/api/v1"), Optional.empty());
    static final Map<String, Endpoint> ENDPOINTS =
            Map.of("openrouter", OPENROUTER, "groq", GROQ, "simulator", SIMULATOR);

    private final List<RotationEntry> entries = new ArrayList<>();
    final Map<ModelId, ModelFacts> facts = new HashMap<>();

    /** A free model with tools. */
    Samples free(String model) {
        return add(model, 4_000, facts(true, null), null);
    }

    Samples paid(String model) {
        return add(model, 4_000, facts(false, null), null);
    }

    Samples retired(String model) {
        return add(model, 4_000, facts(true, null), T.minusSeconds(60));
    }

    Samples expired(String model) {
        return add(model, 4_000, facts(true, T.minusSeconds(1)), null);
    }

    Samples slow(String model, double p95Ms) {
        return add(model, p95Ms, facts(true, null), null);
    }

    Samples unknown(String model) {
        entry(model, 4_000);
        return this;
    }

    Rotation rotation() {
        return new Rotation("speed", 7, T, "0123abcd", entries, null, null);
    }

    Selected select(ExportChoice choice) {
        return Selected.of(rotation(), facts, ENDPOINTS, choice, T);
    }

    Selected select() {
        return select(ExportChoice.free());
    }

    private Samples add(String model, double p95Ms, Facts known, @Nullable Instant retiredAt) {
        entry(model, p95Ms);
        ModelId id = ModelId.parse(model);
        facts.put(id, new ModelFacts(id, known, T, T, retiredAt, null));
        return this;
    }

    private void entry(String model, double p95Ms) {
        entries.add(new RotationEntry(
                entries.size() + 1, ModelId.parse(model), Tier.FAST, 2_500, 0.98, 2_000, p95Ms, 300.0, 0.9, 60, T));
    }

    private static Facts facts(boolean free, @Nullable Instant expiresAt) {
        return new Facts(
                "A model",
                "acme",
                131_072,
                8_192L,
                Set.of("text"),
                Set.of("text"),
                Set.of("tools"),
                free ? "0" : "0.0000002",
                free ? "0" : "0.0000006",
                free,
                null,
                expiresAt);
    }
}
