package dev.rota.domain.availability;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.standing.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells from what catalogues now say, retired models included, which models came, went, or will go.
 *
 * <p>A catalogue's first reading finds all of its models at once; they did not appear, they were there. A model that
 * went and came back tells only the last of it, for facts keep no more.
 */
public final class Availability {
    private final List<ModelFacts> models;
    private final Replacements replacements;
    private final Map<String, Instant> firstReadings = new HashMap<>();

    /**
     * @param models everything known
     * @param standings what the evidence says of them, to tell a good replacement from a bad one; may be empty
     */
    public Availability(Collection<ModelFacts> models, Collection<Standing> standings) {
        this.models = List.copyOf(models);
        this.replacements = new Replacements(this.models, standings);
        for (ModelFacts model : this.models) {
            firstReadings.merge(model.model().catalogue(), model.firstSeenAt(), (a, b) -> a.isBefore(b) ? a : b);
        }
    }

    /** Whether a model takes text, gives text and costs nothing: what most people want to hear of. */
    public static boolean freeText(ModelFacts model) {
        return model.facts().free()
                && model.facts().inputModalities().contains("text")
                && model.facts().outputModalities().contains("text");
    }

    /**
     * What happened, in the order of time; announced ends come last unless they have passed.
     *
     * @param of the models asked about
     * @param since events before are left out; announced ends never are
     */
    public List<AvailabilityEvent> events(Predicate<ModelFacts> of, Instant since, Instant now) {
        List<AvailabilityEvent> events = new ArrayList<>();
        for (ModelFacts model : models) {
            if (of.test(model)) {
                add(model, since, now, events);
            }
        }
        events.sort(Comparator.comparing(AvailabilityEvent::at)
                .thenComparing(AvailabilityEvent::kind)
                .thenComparing(AvailabilityEvent::model));
        return events;
    }

    private void add(ModelFacts model, Instant since, Instant now, List<AvailabilityEvent> events) {
        @Nullable Instant end = model.facts().expiresAt();
        Instant left = model.retiredAt();
        boolean appeared =
                !model.firstSeenAt().equals(firstReadings.get(model.model().catalogue()));
        if (appeared && !model.firstSeenAt().isBefore(since)) {
            events.add(event(AvailabilityKind.APPEARED, model, model.firstSeenAt(), false, List.of()));
        }
        if (left == null && end != null) {
            events.add(event(AvailabilityKind.ENDING, model, end, true, replacements.of(model, now)));
        }
        if (left != null && !left.isBefore(since)) {
            events.add(event(AvailabilityKind.LEFT, model, left, end != null, replacements.of(model, now)));
        }
    }

    /** Who may take a model's place, the best first. */
    public List<ModelId> replacements(ModelFacts model, Instant now) {
        return replacements.of(model, now);
    }

    private static AvailabilityEvent event(
            AvailabilityKind kind, ModelFacts model, Instant at, boolean announced, List<ModelId> instead) {
        return new AvailabilityEvent(at, kind, model.model(), model.facts().free(), announced, instead);
    }
}
