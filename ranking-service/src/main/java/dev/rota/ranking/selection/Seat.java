package dev.rota.ranking.selection;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.standing.Standing;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A model as one policy sees it.
 *
 * @param standing its standing
 * @param value what the policy orders by; lower is better
 * @param objection the rule that keeps it out, as half a sentence; null if none does
 */
public record Seat(
        Standing standing, double value, @Nullable String objection) {
    /** Best first; ties by name, so that the order is the same everywhere. */
    static final Comparator<Seat> BEST_FIRST = Seat::compare;

    public ModelId model() {
        return standing.model();
    }

    public String family() {
        var facts = standing.facts();
        return facts == null ? model().family() : facts.family();
    }

    /** In one method, for a replay of many models spends most of its time here. */
    private static int compare(Seat one, Seat other) {
        int order = Double.compare(one.value, other.value);
        return order != 0 ? order : one.model().compareTo(other.model());
    }

    boolean eligible() {
        return objection == null;
    }

    /** Whether this one's value is lower by more than the share. */
    public boolean beats(Seat other, double margin) {
        return other.value - value > margin * Math.abs(other.value);
    }
}
