package dev.rota.ranking.backtest;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.TestResult;
import dev.rota.ranking.policy.Policy;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What people do without Rota. Each lists at most as many models as a stock policy does, and only such that ever
 * answered.
 */
public final class Baseline implements Contender {
    /** The names that can stand in place of a policy. */
    public static final List<String> NAMES = List.of("fastest-last", "mean-of-10", "success-first", "static");

    private final String name;
    private final Comparator<Track> best;
    private final boolean frozen;
    private final Map<ModelId, Track> tracks = new HashMap<>();
    private @Nullable List<ModelId> first;

    private Baseline(String name, ToDoubleFunction<Track> figure, ToDoubleFunction<Track> next, boolean frozen) {
        this.name = name;
        this.best = Comparator.comparingDouble(figure).thenComparingDouble(next).thenComparing(Track::model);
        this.frozen = frozen;
    }

    /** The baseline of that name; empty if there is none. */
    public static Optional<Contender> named(String name) {
        return Optional.ofNullable(
                switch (name.toLowerCase(Locale.ROOT)) {
                    case "fastest-last" -> new Baseline(name, Track::latest, Track::latest, false);
                    case "mean-of-10" -> new Baseline(name, Track::meanOfTen, Track::latest, false);
                    case "success-first" -> new Baseline(name, track -> -track.rate(), Track::meanOfTen, false);
                    case "static" -> new Baseline(name, Track::latest, Track::latest, true);
                    default -> null;
                });
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void observe(TestResult result) {
        if (History.counts(result)) {
            tracks.computeIfAbsent(result.model(), Track::new).add(result);
        }
    }

    @Override
    public List<ModelId> order(Instant at) {
        if (frozen && first != null) {
            return first;
        }
        List<ModelId> order = tracks.values().stream()
                .filter(Track::answered)
                .sorted(best)
                .limit(Policy.DEFAULT_SIZE)
                .map(Track::model)
                .toList();
        first = order;
        return order;
    }
}
