package dev.rota.client.call;

import dev.rota.domain.result.TestResult;

/** Takes the outcomes of real requests, so that they count as evidence. Thread-safe; never blocks, never throws. */
@FunctionalInterface
public interface ResultReporter {
    void report(TestResult result);

    /** Keeps them to itself. */
    static ResultReporter none() {
        return _ -> {};
    }
}
