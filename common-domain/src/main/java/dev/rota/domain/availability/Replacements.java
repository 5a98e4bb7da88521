package dev.rota.domain.availability;

import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.standing.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who may take a model's place: whoever does what it does, costs no more than it did, and stays. Those that the
 * evidence calls good come first, by the time to an answer; then those that nobody has tested, its own family first.
 */
final class Replacements {
    private static final int MOST = 3;

    /** A replacement that goes within two weeks is none. */
    private static final Duration STAYS = Duration.ofDays(14);

    /** One that fails more often than it answers is none either. */
    private static final double LEAST_SUCCESS = 0.5;

    private final List<ModelFacts> models;
    private final Map<ModelId, Standing> standings = new HashMap<>();

    Replacements(List<ModelFacts> models, Collection<Standing> standings) {
        this.models = models;
        standings.forEach(standing -> this.standings.put(standing.model(), standing));
    }

    List<ModelId> of(ModelFacts model, Instant now) {
        String family = model.facts().family();
        return models.stream()
                .filter(other -> fit(other, model, now))
                .sorted(Comparator.comparingDouble(this::indexMs)
                        .thenComparing(other -> !other.facts().family().equals(family))
                        .thenComparing(Comparator.comparingLong(
                                        (ModelFacts other) -> other.facts().contextLength())
                                .reversed())
                        .thenComparing(ModelFacts::model))
                .limit(MOST)
                .map(ModelFacts::model)
                .toList();
    }

    private boolean fit(ModelFacts other, ModelFacts model, Instant now) {
        boolean itself = other.model().equals(model.model());
        boolean alias = other.aliasOf() != null || other.model().providerId().startsWith("~");
        boolean same = other.model().simulated() == model.model().simulated();
        return !itself && !alias && same && !other.retired() && stays(other, now) && works(other) && does(other, model);
    }

    private static boolean stays(ModelFacts other, Instant now) {
        Instant end = other.facts().expiresAt();
        return end == null || end.isAfter(now.plus(STAYS));
    }

    private boolean works(ModelFacts other) {
        Standing standing = standings.get(other.model());
        return standing == null || standing.observations() == 0 || standing.successRate() >= LEAST_SUCCESS;
    }

    /**
     * Whether it takes and gives what the other did, for no more, with tools if that had them, and half its context.
     */
    private static boolean does(ModelFacts other, ModelFacts model) {
        Facts is = other.facts();
        Facts was = model.facts();
        return (is.free() || !was.free())
                && is.inputModalities().contains("text")
                && is.outputModalities().containsAll(was.outputModalities())
                && (is.supports("tools") || !was.supports("tools"))
                && is.contextLength() * 2 >= was.contextLength();
    }

    private double indexMs(ModelFacts model) {
        @Nullable Standing standing = standings.get(model.model());
        Double index = standing == null ? null : standing.expectedTimeToSuccessMs();
        return index == null ? Double.MAX_VALUE : index;
    }
}
