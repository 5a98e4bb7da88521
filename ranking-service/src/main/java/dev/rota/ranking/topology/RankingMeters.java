package dev.rota.ranking.topology;

import dev.rota.domain.rotation.Rotation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the topology counts. Safe for use by many threads. */
public final class RankingMeters {
    /** Under this key Streams hands the meters to the handlers it makes itself. */
    public static final String CONFIG = "rota.ranking.meters";

    private final MeterRegistry registry;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    public RankingMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    static RankingMeters of(Map<String, ?> config) {
        return config.get(CONFIG) instanceof RankingMeters meters
                ? meters
                : new RankingMeters(new SimpleMeterRegistry());
    }

    void result(String verdict) {
        counter("rota_ranking_results", "verdict", verdict).increment();
    }

    void deadLetter(String reason) {
        counter("rota_ranking_dead_letters", "reason", reason).increment();
    }

    void published(Rotation rotation) {
        counter("rota_ranking_revisions", "rotation", rotation.name()).increment();
    }

    private Counter counter(String name, String tag, String value) {
        return counters.computeIfAbsent(name + value, _ -> registry.counter(name, tag, value));
    }
}
