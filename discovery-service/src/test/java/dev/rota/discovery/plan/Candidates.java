package dev.rota.discovery.plan;

import dev.rota.discovery.change.Appearance;
import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.standing.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Candidates for tests of planning. */
final class Candidates {
    private Candidates() {}

    static Candidate pending(String id, Appearance appearance, @Nullable Standing standing) {
        return new Candidate(facts(id, null), appearance, standing, null);
    }

    static Candidate tested(String id, Standing standing, @Nullable Instant expiresAt) {
        Instant at = standing.lastResultAt();
        LastProbe last = at == null ? null : new LastProbe("p-" + id, at, true);
        return new Candidate(facts(id, expiresAt), null, standing, last);
    }

    /** A standing of a model well known, with the given chance, latency and failures in a row. */
    static Standing standing(String id, double chance, double latencyMs, int failures, Instant lastResultAt) {
        return standing(id, chance, 0.1, latencyMs, 20, failures, lastResultAt);
    }

    static Standing standing(
            String id, double chance, double margin, double latencyMs, double weight, int failures, Instant last) {
        return new Standing(
                new ModelId("c", id),
                last,
                null,
                null,
                chance,
                Math.max(0, chance - margin),
                Math.min(1, chance + margin),
                latencyMs,
                10_000.0,
                latencyMs + 10_000 * (1 - chance) / chance,
                latencyMs,
                latencyMs,
                null,
                null,
                (long) weight,
                weight,
                0,
                failures,
                last,
                last,
                last,
                null,
                Map.of(),
                List.of());
    }

    /** Tested an age ago, at a price. */
    static Candidate paid(String id, String promptPrice, String completionPrice) {
        Set<String> text = Set.of("text");
        Facts facts =
                new Facts(id, "f", 100, null, text, text, Set.of(), promptPrice, completionPrice, false, null, null);
        ModelFacts model = new ModelFacts(new ModelId("c", id), facts, Instant.EPOCH, Instant.EPOCH, null, null);
        Standing standing = standing(id, 0.9, 900, 0, Instant.EPOCH);
        return new Candidate(model, null, standing, new LastProbe("p-" + id, Instant.EPOCH, true));
    }

    static ModelFacts facts(String id, @Nullable Instant expiresAt) {
        Set<String> text = Set.of("text");
        Facts facts = new Facts(id, "f", 100, null, text, text, Set.of(), "0", "0", true, null, expiresAt);
        return new ModelFacts(new ModelId("c", id), facts, Instant.EPOCH, Instant.EPOCH, null, null);
    }
}
