package dev.rota.ranking.topology;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.ChangeKind;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.domain.standing.Standing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the ranking counts and shows. Names are public API. Safe for use by many threads.
 *
 * <p>A model's gauges show the standing last told by this instance; they are NaN where a figure is not known.
 */
public final class RankingMeters {
    /** Under this key Streams hands the meters to the handlers it makes itself. */
    public static final String CONFIG = "rota.ranking.meters";

    /** Models beyond these have no gauges: a page of metrics is not where anybody looks for them. */
    private static final int MAX_MODELS = 2_000;

    private final MeterRegistry registry;
    private final Map<String, Counter> results = new ConcurrentHashMap<>();
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();
    private final Map<ModelId, Standing> standings = new ConcurrentHashMap<>();
    private final Map<String, Rotation> rotations = new ConcurrentHashMap<>();

    /** Counters are there from the beginning: of one that appears with its first count, no increase is seen. */
    public RankingMeters(MeterRegistry registry) {
        this.registry = registry;
        for (String verdict : List.of("counted", "duplicate", "nobody_found")) {
            counter("rota.ranking.results", "verdict", verdict).increment(0);
        }
        for (String reason : List.of("unreadable", "impossible", "lost")) {
            counter("rota.ranking.dead.letters", "reason", reason).increment(0);
        }
    }

    static RankingMeters of(Map<String, ?> config) {
        return config.get(CONFIG) instanceof RankingMeters meters
                ? meters
                : new RankingMeters(new SimpleMeterRegistry());
    }

    /** A result came in: {@code counted}, {@code duplicate} or {@code nobody_found}. */
    void result(String verdict) {
        Counter known = results.get(verdict);
        (known == null ? count(verdict) : known).increment();
    }

    /** A record was refused: {@code unreadable}, {@code impossible}, or {@code lost} as too large even for that. */
    void deadLetter(String reason) {
        counter("rota.ranking.dead.letters", "reason", reason).increment();
    }

    private Counter count(String verdict) {
        return results.computeIfAbsent(verdict, _ -> registry.counter("rota.ranking.results", "verdict", verdict));
    }

    void stands(Standing standing) {
        if (standings.size() >= MAX_MODELS && !standings.containsKey(standing.model())) {
            return;
        }
        if (standings.put(standing.model(), standing) == null) {
            ModelId model = standing.model();
            gauge(model, "success.rate", Standing::successRate);
            gauge(model, "expected.time.to.success.ms", s -> known(s.expectedTimeToSuccessMs()));
            gauge(model, "latency.p50.ms", s -> known(s.latencyP50Ms()));
            gauge(model, "latency.p95.ms", s -> known(s.latencyP95Ms()));
            gauge(model, "quality", s -> known(s.quality()));
            gauge(model, "observations", Standing::observations);
            gauge(model, "set.aside", Standing::setAside);
            gauge(model, "consecutive.failures", Standing::consecutiveFailures);
        }
    }

    void published(Rotation rotation) {
        counter("rota.rotation.revisions", "rotation", rotation.name()).increment();
        stands(rotation);
    }

    /** What readers have now, whichever instance published it, before a restart or since. */
    void stands(Rotation rotation) {
        String name = rotation.name();
        if (rotations.put(name, rotation) == null) {
            counter("rota.rotation.primary.changes", "rotation", name).increment(0);
            gauge(name, "revision", Rotation::revision);
            gauge(name, "size", r -> r.entries().size());
            gauge(name, "stale", r -> r.stale() ? 1 : 0);
            gauge(
                    name,
                    "evidence.age.seconds",
                    r -> (System.currentTimeMillis() - r.computedAt().toEpochMilli()) / 1000.0);
        }
    }

    void changed(RotationChange change) {
        if (change.kind() == ChangeKind.PRIMARY_CHANGED) {
            counter("rota.rotation.primary.changes", "rotation", change.name()).increment();
        }
    }

    private void gauge(ModelId model, String name, ToDoubleFunction<Standing> figure) {
        Gauge.builder("rota.model." + name, standings, all -> of(all.get(model), figure))
                .tag("model", model.toString())
                .register(registry);
    }

    private void gauge(String rotation, String name, ToDoubleFunction<Rotation> figure) {
        Gauge.builder("rota.rotation." + name, rotations, all -> of(all.get(rotation), figure))
                .tag("rotation", rotation)
                .register(registry);
    }

    private Counter counter(String name, String tag, String value) {
        return counters.computeIfAbsent(name + value, _ -> registry.counter(name, tag, value));
    }

    private static <V> double of(@Nullable V value, ToDoubleFunction<V> figure) {
        return value == null ? Double.NaN : figure.applyAsDouble(value);
    }

    private static double known(@Nullable Double figure) {
        return figure == null ? Double.NaN : figure;
    }
}
