package dev.rota.json;

import dev.rota.domain.availability.AvailabilityEvent;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.result.TestResult;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.domain.standing.Standing;

/** The forms of all values. */
public final class JsonForms {
    public static final JsonForm<ModelFacts> MODEL_FACTS = new JsonForm<>(ModelFactsJson::write, ModelFactsJson::read);

    public static final JsonForm<ModelFound> MODEL_FOUND = new JsonForm<>(ModelFoundJson::write, ModelFoundJson::read);

    /**
     * One line of a history. {@code resultId} may be missing: it is then made from the line's text, so that the same
     * line is the same result. A missing {@code source} is {@code IMPORT}; a missing {@code fault} is the kind's own.
     */
    public static final JsonForm<TestResult> TEST_RESULT = new JsonForm<>(TestResultJson::write, TestResultJson::read);

    /** Has {@code tier} too, which reading ignores: it follows from the median latency. */
    public static final JsonForm<Standing> STANDING = new JsonForm<>(StandingJson::write, StandingJson::read);

    public static final JsonForm<Rotation> ROTATION = new JsonForm<>(RotationJson::write, RotationJson::read);

    public static final JsonForm<RotationChange> ROTATION_CHANGE =
            new JsonForm<>(RotationChangeJson::write, RotationChangeJson::read);

    public static final JsonForm<AvailabilityEvent> AVAILABILITY =
            new JsonForm<>(AvailabilityJson::write, AvailabilityJson::read);

    private JsonForms() {}
}
