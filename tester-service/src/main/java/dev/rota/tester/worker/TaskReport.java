package dev.rota.tester.worker;

import dev.rota.domain.result.TestResult;
import dev.rota.tester.grading.Check;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt at one task, with what a person wants to see and an event does not hold.
 *
 * @param result the result as it is published
 * @param excerpt the beginning of the answer, safe to print; empty if there was none
 * @param checks what was checked; empty if nothing was
 * @param reasoningMs how long the model reasoned before its first token; null if it did not, or did not show it
 * @param connectMs for DNS, TCP and TLS, which is not held against the model
 * @param tokensPerSecond after the first token; null where that cannot be told
 */
public record TaskReport(
        TestResult result,
        String excerpt,
        List<Check> checks,
        @Nullable Long reasoningMs,
        long connectMs,
        @Nullable Double tokensPerSecond) {

    /** The longest excerpt, in characters. */
    public static final int MAX_EXCERPT = 400;

    public TaskReport {
        checks = List.copyOf(checks);
    }

    static TaskReport of(TestResult result) {
        return new TaskReport(result, "", List.of(), null, 0, null);
    }
}
