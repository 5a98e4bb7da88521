package dev.rota.json;

import dev.rota.domain.availability.AvailabilityEvent;
import dev.rota.domain.availability.AvailabilityKind;
import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.probe.Trigger;
import dev.rota.domain.result.Failure;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.Fault;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values with every field given, and at their barest. */
final class Samples {
    static final Instant T = Instant.parse("2026-01-02T03:04:05.678Z");
    static final ModelId MODEL = ModelId.parse("openrouter/acme/large:free");
    static final Facts FACTS = new Facts(
            "Large",
            "acme",
            131_072,
            8_192L,
            Set.of("text", "image"),
            Set.of("text"),
            Set.of("tools"),
            "0",
            "0.0000002",
            true,
            T,
            T.plusSeconds(9));
    static final Facts BARE_FACTS =
            new Facts("", "acme", 0, null, Set.of(), Set.of(), Set.of(), null, null, false, null, null);
    static final ModelFacts MODEL_FACTS = new ModelFacts(MODEL, FACTS, T, T, T, "acme/large-2");
    static final ModelFacts BARE_MODEL_FACTS = new ModelFacts(MODEL, BARE_FACTS, T, T, null, null);
    static final ModelFound FOUND = new ModelFound("p1", MODEL, Trigger.RETURNED, "standard", T, FACTS);
    static final TestResult SUCCESS = new TestResult(
            "r1", "p1", MODEL, Source.PROBE, "standard", "add", T, new Outcome.Success(0.75), 1234, 210L, 87, "w1");
    static final TestResult FAILURE = new TestResult(
            "r2",
            null,
            MODEL,
            Source.TRAFFIC,
            null,
            null,
            T,
            new Outcome.Failed(new Failure(
                    FailureKind.PROVIDER_ERROR,
                    Fault.ACCOUNT,
                    429,
                    "\"429\"",
                    "slow\ndown \u2026 \uD83D\uDE00",
                    2000L)),
            15,
            null,
            null,
            null);
    static final Standing STANDING = new Standing(
            MODEL,
            T,
            FACTS,
            T,
            0.9,
            0.8,
            0.95,
            900.0,
            300.0,
            933.3,
            850.0,
            2100.0,
            120.0,
            0.8,
            12,
            7.5,
            2,
            1,
            T,
            T,
            T,
            FailureKind.TIMEOUT,
            Map.of(FailureKind.TIMEOUT, 1L, FailureKind.OVERLOADED, 2L),
            List.of(new TaskStanding("standard/add", 9, 3, 0.8, 900.0)));
    static final Standing BARE_STANDING = new Standing(
            MODEL, T, null, null, 0.5, 0.1, 0.9, null, null, null, null, null, null, null, 0, 0, 0, 0, null, null, null,
            null, Map.of(), List.of());
    static final RotationEntry ENTRY =
            new RotationEntry(1, MODEL, Tier.ULTRA_FAST, 933.3, 0.9, 850.0, 2100.0, 120.0, 0.8, 12, T);
    static final Rotation ROTATION =
            new Rotation("speed", 7, T, "abc", List.of(ENTRY), T, "every model failed at once");
    static final Rotation EMPTY_ROTATION = new Rotation("speed", 1, T, "abc", List.of(), null, null);
    static final RotationChange CHANGE =
            new RotationChange("speed", 7, T, ChangeKind.PRIMARY_CHANGED, MODEL, 2, 1, "0.9 s against 1.4 s expected");
    static final RotationChange BARE_CHANGE =
            new RotationChange("speed", 1, T, ChangeKind.ENTERED, MODEL, null, null, "it works");

    static final AvailabilityEvent ENDING = new AvailabilityEvent(
            T, AvailabilityKind.ENDING, MODEL, true, true, List.of(ModelId.parse("openrouter/acme/larger:free")));

    private Samples() {}
}
