package dev.rota.report;

import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.probe.Trigger;
import dev.rota.domain.result.Failure;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.Outcome;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import dev.rota.domain.rotation.ChangeKind;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.domain.rotation.Tier;
import dev.rota.domain.standing.Standing;
import dev.rota.domain.standing.TaskStanding;
import dev.rota.report.content.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A past to report on, made up step by step. Hours are counted from {@link #T}. */
final class Past {
    static final Instant T = Instant.parse("2026-08-01T00:00:00Z");

    final List<TestResult> results = new ArrayList<>();
    final List<ModelFacts> facts = new ArrayList<>();
    final List<ModelFound> probes = new ArrayList<>();
    private final List<Rotation> revisions = new ArrayList<>();
    private final List<RotationChange> changes = new ArrayList<>();
    private final Map<ModelId, Standing> before = new HashMap<>();
    private final Map<ModelId, Standing> after = new HashMap<>();

    static Instant hour(double hours) {
        return T.plus(Duration.ofMillis(Math.round(hours * 3_600_000)));
    }

    Past answer(String model, double hour, long latencyMs) {
        return result(model, hour, latencyMs, new Outcome.Success(0.8));
    }

    Past failure(String model, double hour, FailureKind kind, String message) {
        return result(model, hour, 500, new Outcome.Failed(Failure.of(kind, message)));
    }

    private Past result(String model, double hour, long latencyMs, Outcome outcome) {
        results.add(new TestResult(
                "r" + results.size(),
                "p" + results.size(),
                ModelId.parse(model),
                Source.PROBE,
                "standard",
                "add",
                hour(hour),
                outcome,
                latencyMs,
                null,
                100,
                "w"));
        return this;
    }

    /** What a catalogue said from an hour on. */
    Past listed(String model, double hour, boolean free, @Nullable Instant expiresAt) {
        return version(model, hour, free, expiresAt, null);
    }

    Past retired(String model, double hour, @Nullable Instant expiresAt) {
        return version(model, hour, true, expiresAt, hour(hour));
    }

    private Past version(
            String model, double hour, boolean free, @Nullable Instant expiresAt, @Nullable Instant retiredAt) {
        ModelId id = ModelId.parse(model);
        Instant first = facts.stream()
                .filter(known -> known.model().equals(id))
                .map(ModelFacts::firstSeenAt)
                .findFirst()
                .orElse(hour(hour));
        facts.add(new ModelFacts(id, facts(id, free, expiresAt), first, hour(hour), retiredAt, null));
        return this;
    }

    private static Facts facts(ModelId id, boolean free, @Nullable Instant expiresAt) {
        return new Facts(
                "Name",
                id.family(),
                131_072,
                8_192L,
                Set.of("text", "image"),
                Set.of("text"),
                Set.of("tools"),
                free ? "0" : "0.0000002",
                free ? "0" : "0.000001",
                free,
                null,
                expiresAt);
    }

    Past probe(String model, double hour, Trigger trigger) {
        ModelId id = ModelId.parse(model);
        probes.add(new ModelFound("probe" + probes.size(), id, trigger, "standard", hour(hour), facts(id, true, null)));
        return this;
    }

    /** A revision at an hour: models with their median latencies, the primary first. */
    Past revision(double hour, Object... modelsAndLatencies) {
        List<RotationEntry> entries = new ArrayList<>();
        for (int i = 0; i < modelsAndLatencies.length; i += 2) {
            double latency = ((Number) modelsAndLatencies[i + 1]).doubleValue();
            entries.add(new RotationEntry(
                    i / 2 + 1,
                    ModelId.parse((String) modelsAndLatencies[i]),
                    Tier.of(latency),
                    latency * 1.1,
                    0.9,
                    latency,
                    latency * 2,
                    latency / 4,
                    0.8,
                    40,
                    hour(hour)));
        }
        long number = revisions.size() + 1L;
        revisions.add(new Rotation("speed", number, hour(hour), "0123abcd", entries, null, null));
        if (!entries.isEmpty()) {
            changes.add(new RotationChange(
                    "speed",
                    number,
                    hour(hour),
                    ChangeKind.PRIMARY_CHANGED,
                    entries.getFirst().model(),
                    null,
                    1,
                    "reason " + number));
        }
        return this;
    }

    Past standsBefore(String model, double rate) {
        before.put(ModelId.parse(model), standing(model, rate));
        return this;
    }

    Past stands(String model, double rate) {
        after.put(ModelId.parse(model), standing(model, rate));
        return this;
    }

    private static Standing standing(String model, double rate) {
        Map<FailureKind, Long> failures = new EnumMap<>(FailureKind.class);
        return new Standing(
                ModelId.parse(model),
                T,
                null,
                null,
                rate,
                Math.max(0, rate - 0.05),
                Math.min(1, rate + 0.05),
                1_000.0,
                500.0,
                1_000 + 500 * (1 - rate) / rate,
                900.0,
                2_000.0,
                250.0,
                0.8,
                40,
                20,
                1,
                0,
                T,
                T,
                T,
                null,
                failures,
                List.of(new TaskStanding("standard/add", 30, 2, 0.84, 900.0)));
    }

    ReportInput input() {
        ReportInput input = new ReportInput();
        results.forEach(input::add);
        facts.forEach(input::add);
        probes.forEach(input::add);
        return input;
    }

    Ranked ranked() {
        return new Ranked("speed", "0123abcd", revisions, changes, before, after);
    }

    Report report(Range range) {
        return report(input(), range);
    }

    Report report(ReportInput input, Range range) {
        return ReportBuilder.build(
                input, ranked(), Objects.requireNonNull(Period.of(range, input.results()), "no results"));
    }

    /** Something in every part. */
    static Past full() {
        Past past = new Past();
        for (int hour = 0; hour < 96; hour++) {
            past.answer("openrouter/acme/fast:free", hour, 800 + hour);
            past.answer("openrouter/bolt/steady:free", hour + 0.1, 2_000);
            if (hour % 3 == 0) {
                past.failure("openrouter/bolt/steady:free", hour + 0.2, FailureKind.UPSTREAM_RATE_LIMITED, "slow down");
            }
            if (hour > 60) {
                past.failure("openrouter/old/gone:free", hour + 0.3, FailureKind.MODEL_NOT_FOUND, "no such model");
            } else {
                past.answer("openrouter/old/gone:free", hour + 0.3, 700);
            }
        }
        past.failure("openrouter/acme/fast:free", 95.5, FailureKind.ACCOUNT_DAY_LIMIT, "free-models-per-day");
        past.listed("openrouter/acme/fast:free", 0, true, null)
                .listed("openrouter/bolt/steady:free", 0, true, hour(120))
                .listed("openrouter/old/gone:free", 0, true, null)
                .retired("openrouter/old/gone:free", 61, null)
                .listed("openrouter/new/fresh:free", 70, true, null)
                .listed("openrouter/rich/paid", 0, false, null)
                .probe("openrouter/new/fresh:free", 70, Trigger.NEW)
                .probe("openrouter/acme/fast:free", 71, Trigger.DUE);
        past.revision(1, "openrouter/old/gone:free", 700, "openrouter/bolt/steady:free", 2_000)
                .revision(62, "openrouter/acme/fast:free", 850, "openrouter/bolt/steady:free", 2_000);
        past.standsBefore("openrouter/old/gone:free", 0.99)
                .standsBefore("openrouter/bolt/steady:free", 0.75)
                .stands("openrouter/acme/fast:free", 0.99)
                .stands("openrouter/bolt/steady:free", 0.75)
                .stands("openrouter/old/gone:free", 0.05);
        return past;
    }
}
