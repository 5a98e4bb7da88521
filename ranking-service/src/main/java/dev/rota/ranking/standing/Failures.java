package dev.rota.ranking.standing;

import dev.rota.ranking.evidence.Observations;

/**
 * A model's failures, of tests only where any failed.
 *
 * @param size how many; the arrays may be longer
 * @param place which of the model's results each is
 * @param latencies until the failure was known, in milliseconds
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never written to
record Failures(int size, int[] place, int[] latencies) {
    static Failures of(Observations results) {
        Failures tests = of(results, true);
        return tests.size > 0 ? tests : of(results, false);
    }

    private static Failures of(Observations results, boolean tests) {
        int[] place = new int[results.size()];
        int[] latencies = new int[results.size()];
        int n = 0;
        for (int i = 0; i < results.size(); i++) {
            if (!results.succeeded(i) && results.test(i) == tests) {
                place[n] = i;
                latencies[n++] = results.latencyMs(i);
            }
        }
        return new Failures(n, place, latencies);
    }
}
