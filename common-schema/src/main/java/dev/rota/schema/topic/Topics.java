package dev.rota.schema.topic;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.result.TestResult;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.domain.standing.Standing;
import dev.rota.schema.mapping.ModelFactsMapping;
import dev.rota.schema.mapping.ModelFoundMapping;
import dev.rota.schema.mapping.RotationChangeMapping;
import dev.rota.schema.mapping.RotationMapping;
import dev.rota.schema.mapping.StandingMapping;
import dev.rota.schema.mapping.TestResultMapping;
import java.time.Duration;
import java.util.List;

/**
 * Every topic of Rota.
 *
 * <p>Topics keyed by model have the same number of partitions, so that one ranking task sees all of a model. Rotations
 * are few: one partition keeps them, and their changes, in one order for every subscriber.
 */
public final class Topics {
    private static final int PER_MODEL = 4;
    private static final int PER_ROTATION = 1;

    /** The catalogues' present facts; a vanished model stays with {@code retiredAt} set. */
    public static final Topic<ModelFacts> MODELS =
            new Topic<>("rota.models", new ModelFactsMapping(), PER_MODEL, Cleanup.COMPACT, null);

    /** Work for testers. */
    public static final Topic<ModelFound> MODEL_FOUND =
            new Topic<>("rota.model-found", new ModelFoundMapping(), PER_MODEL, Cleanup.DELETE, Duration.ofDays(7));

    /** The history. */
    public static final Topic<TestResult> TEST_RESULTS =
            new Topic<>("rota.test-results", new TestResultMapping(), PER_MODEL, Cleanup.DELETE, null);

    /** What the evidence says of each model now. */
    public static final Topic<Standing> STANDINGS =
            new Topic<>("rota.standings", new StandingMapping(), PER_MODEL, Cleanup.COMPACT, null);

    /** Full snapshots of the rotations. */
    public static final Topic<Rotation> ROTATION =
            new Topic<>("rota.rotation", new RotationMapping(), PER_ROTATION, Cleanup.COMPACT, null);

    /** What changed in the rotations, and why. */
    public static final Topic<RotationChange> ROTATION_CHANGES =
            new Topic<>("rota.rotation-changes", new RotationChangeMapping(), PER_ROTATION, Cleanup.DELETE, null);

    /** The topic of records that could not be read or worked on: keys and values as they came, reasons in headers. */
    public static final String DEAD_LETTERS = "rota.dead-letters";

    /** How long dead letters are kept. */
    public static final Duration DEAD_LETTERS_RETENTION = Duration.ofDays(30);

    private Topics() {}

    /** All topics that carry events. */
    public static List<Topic<?>> all() {
        return List.of(MODELS, MODEL_FOUND, TEST_RESULTS, STANDINGS, ROTATION, ROTATION_CHANGES);
    }
}
