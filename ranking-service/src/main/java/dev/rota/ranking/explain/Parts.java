package dev.rota.ranking.explain;

import dev.rota.domain.standing.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** The index, its parts and the evidence behind it, in sentences. */
final class Parts {
    private Parts() {}

    static List<String> of(Standing s) {
        List<String> parts = new ArrayList<>();
        if (s.expectedTimeToSuccessMs() != null) {
            parts.add(Figures.format(
                    "Expected time to success %s = latency of a success %s + %.2f failures before it × %s each.",
                    Figures.seconds(s.expectedTimeToSuccessMs()),
                    Figures.seconds(Objects.requireNonNull(s.expectedLatencyMs())),
                    (1 - s.successRate()) / s.successRate(),
                    Figures.seconds(Objects.requireNonNull(s.expectedFailureMs()))));
        }
        parts.add(Figures.format(
                "Success rate %.1f %% (80 %% interval %.1f to %.1f %%).",
                s.successRate() * 100, s.successRateLow() * 100, s.successRateHigh() * 100));
        parts.add(Figures.format(
                "%d results count, worth %.1f fresh ones; %d were set aside (account, network).",
                s.observations(), s.weight(), s.setAside()));
        if (s.lastFailureKind() != null) {
            parts.add("Failures " + new TreeMap<>(s.failures()) + ", " + s.consecutiveFailures()
                    + " of them since the last success, the newest " + s.lastFailureKind() + ".");
        }
        return parts;
    }
}
