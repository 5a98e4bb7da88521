package dev.rota.launcher;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.Failure;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.Outcome;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import dev.rota.json.JsonForms;
import dev.rota.launcher.instance.Instance;
import dev.rota.launcher.instance.Instances;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;

/**
 * Replays the topic of the one instance that runs here, and a made-up history that is long enough for the JVM to
 * compile what a replay spends its time on: at build time it notes what that is, so that a replay need not find out
 * again. Argument: a directory for the history.
 */
final class ReplayRehearsal {
    private static final int RESULTS = 400_000;
    private static final int MODELS = 400;
    private static final long STEP_MS = 5_000;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private ReplayRehearsal() {}

    static void main(String[] args) throws IOException {
        Path history = Path.of(args[0], "history.jsonl");
        write(history);
        Instance instance = Instances.ofHome().running().getFirst();
        Context context = Rehearsal.unheard();
        int _ = Rota.run(context, "replay", "--kafka", instance.kafka(), "--registry", instance.registry());
        System.exit(Rota.run(context, "replay", "--input", history.toString(), "--changes", "--json"));
    }

    private static void write(Path history) throws IOException {
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(history)) {
            for (int i = 0; i < RESULTS; i++) {
                out.write(JsonForms.TEST_RESULT.write(result(i, random)));
                out.newLine();
            }
        }
    }

    /** The models differ in how often and how fast they answer. */
    private static TestResult result(int number, Random random) {
        int model = random.nextInt(MODELS);
        boolean failed = random.nextInt(20) < 1 + model % 13;
        return new TestResult(
                "probe-" + number + "/reply/1",
                "probe-" + number,
                ModelId.parse("openrouter/family" + model % 17 + "/model-" + model + ":free"),
                Source.PROBE,
                "standard",
                "reply",
                BEGIN.plusMillis(number * STEP_MS),
                failed ? failure(random) : new Outcome.Success(random.nextInt(5) / 4.0),
                500 + model % 29 * 200 + random.nextInt(3_000),
                failed ? null : (Long) (100L + random.nextInt(300)),
                failed ? null : (Integer) 120,
                "tester-1");
    }

    private static Outcome failure(Random random) {
        FailureKind kind = random.nextBoolean() ? FailureKind.OVERLOADED : FailureKind.TIMEOUT;
        return new Outcome.Failed(new Failure(kind, kind.fault(), 503, null, "busy", null));
    }
}
