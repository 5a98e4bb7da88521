package dev.rota.schema;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One value of every event, every optional field given; and results at their barest. */
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
            "0",
            true,
            T,
            T.plusSeconds(9));
    static final ModelFacts MODEL_FACTS = new ModelFacts(MODEL, FACTS, T, T, T, "acme/large-2");
    static final ModelFound FOUND = new ModelFound("p1", MODEL, Trigger.RETURNED, "standard", T, FACTS);
    static final TestResult SUCCESS = new TestResult(
            "r1",
            "p1",
            MODEL,
            Source.PROBE,
            "standard",
            "careful-function",
            T,
            new Outcome.Success(0.75),
            1234,
            210L,
            87,
            "w1");
    static final TestResult FAILURE = new TestResult(
            "r2",
            null,
            MODEL,
            Source.TRAFFIC,
            null,
            null,
            T,
            new Outcome.Failed(new Failure(
                    FailureKind.ACCOUNT_MINUTE_LIMIT,
                    FailureKind.ACCOUNT_MINUTE_LIMIT.fault(),
                    429,
                    "429",
                    "slow down",
                    2000L)),
            15,
            null,
            null,
            null);
    static final Standing STANDING = new Standing(
            MODEL,
            T,
            FACTS,
            null,
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
            List.of(new TaskStanding("standard/careful-function", 9, 3, 0.8, 900.0)));
    static final Rotation ROTATION = new Rotation(
            "speed",
            7,
            T,
            "abc",
            List.of(new RotationEntry(1, MODEL, Tier.ULTRA_FAST, 933.3, 0.9, 850.0, 2100.0, 120.0, 0.8, 12, T)),
            T,
            "every model failed at once");
    static final RotationChange CHANGE =
            new RotationChange("speed", 7, T, ChangeKind.PRIMARY_CHANGED, MODEL, 2, 1, "0.9 s against 1.4 s expected");

    private Samples() {}
}
