package dev.rota.ranking.backtest;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.TestResult;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/** What a baseline remembers of a model. */
final class Track {
    private static final int REMEMBERED = 10;

    private final ModelId model;
    private final Deque<Long> latencies = new ArrayDeque<>();
    private long successes;
    private long results;

    Track(ModelId model) {
        this.model = model;
    }

    void add(TestResult result) {
        results++;
        if (result.succeeded()) {
            successes++;
            latencies.addLast(result.latencyMs());
            if (latencies.size() > REMEMBERED) {
                latencies.removeFirst();
            }
        }
    }

    ModelId model() {
        return model;
    }

    boolean answered() {
        return successes > 0;
    }

    double latest() {
        return Objects.requireNonNull(latencies.peekLast());
    }

    double meanOfTen() {
        return latencies.stream().mapToLong(Long::longValue).average().orElseThrow();
    }

    /** Share of all results that were successes. */
    double rate() {
        return successes / (double) results;
    }
}
