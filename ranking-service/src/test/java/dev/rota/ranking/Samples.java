package dev.rota.ranking;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.Failure;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.Outcome;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Results for tests. */
public final class Samples {
    public static final Instant START = Instant.parse("2026-05-01T00:00:00Z");
    public static final ModelId MODEL = ModelId.parse("openrouter/acme/one:free");

    private static final List<FailureKind> KINDS = List.of(FailureKind.values());
    private static final List<Source> SOURCES = List.of(Source.values());

    private Samples() {}

    public static ModelId model(String id) {
        return ModelId.parse("openrouter/" + id);
    }

    public static TestResult success(ModelId model, Instant at, long latencyMs) {
        return result(model + "@" + at, model, at, new Outcome.Success(null), latencyMs, null, null);
    }

    public static TestResult graded(ModelId model, Instant at, double quality) {
        return result(model + "@" + at, model, at, new Outcome.Success(quality), 1_000, null, null);
    }

    public static TestResult failure(ModelId model, Instant at, FailureKind kind, long latencyMs) {
        return result(model + "@" + at, model, at, new Outcome.Failed(Failure.of(kind, "no")), latencyMs, null, null);
    }

    public static TestResult result(
            String id,
            ModelId model,
            Instant at,
            Outcome outcome,
            long latencyMs,
            @Nullable String suite,
            @Nullable String task) {
        return new TestResult(id, null, model, Source.PROBE, suite, task, at, outcome, latencyMs, null, null, null);
    }

    /** Results of one model, with any outcome, source and task, some with one id and different content. */
    public static List<TestResult> any(Random random, int count) {
        List<TestResult> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = "r" + (random.nextInt(10) == 0 ? random.nextInt(count) : i);
            results.add(any(random, id, START.plusSeconds(random.nextInt(40 * 86_400))));
        }
        return results;
    }

    private static TestResult any(Random random, String id, Instant at) {
        Outcome outcome = random.nextInt(3) > 0
                ? new Outcome.Success(random.nextBoolean() ? random.nextDouble() : null)
                : new Outcome.Failed(Failure.of(KINDS.get(random.nextInt(KINDS.size())), "no"));
        long latency = random.nextInt(60_000);
        return new TestResult(
                id,
                null,
                MODEL,
                SOURCES.get(random.nextInt(SOURCES.size())),
                random.nextBoolean() ? "coding" : null,
                "task-" + random.nextInt(4),
                at,
                outcome,
                latency,
                random.nextBoolean() ? random.nextLong(latency + 1) : null,
                null,
                null);
    }
}
