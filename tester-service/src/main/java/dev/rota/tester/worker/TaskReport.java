package dev.rota.tester.worker;

import dev.rota.domain.result.TestResult;
import dev.rota.tester.grading.Check;
import dev.rota.tester.grading.Printable;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt at one task, with what a person wants to see and an event does not hold.
 *
 * @param result the result as it is published
 * @param answer what the model said, as it said it; empty if it said nothing
 * @param checks what was checked; empty if nothing was
 * @param reasoningMs how long the model reasoned before its first token; null if it did not, or did not show it
 * @param connectMs for DNS, TCP and TLS, which is not held against the model
 * @param tokensPerSecond after the first token; null where that cannot be told
 */
public record TaskReport(
        TestResult result,
        String answer,
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

    /** The beginning of the answer, safe to print; empty if there was none. */
    public String excerpt() {
        String bounded = answer.length() > MAX_EXCERPT ? answer.substring(0, MAX_EXCERPT) + "…" : answer;
        return bounded.lines().map(line -> Printable.of(line, MAX_EXCERPT + 1)).collect(Collectors.joining("\n"));
    }
}
