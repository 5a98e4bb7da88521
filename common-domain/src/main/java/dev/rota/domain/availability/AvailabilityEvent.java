package dev.rota.domain.availability;

import dev.rota.domain.model.ModelId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A model came, went, or will go.
 *
 * @param at when it was seen to come or go; of an announced end, that end, which may lie ahead
 * @param kind which of them
 * @param model the model
 * @param free whether it costs nothing
 * @param announced of a model that left, whether its end had been announced; of an ending one, always true
 * @param replacements who may take its place, the best first; empty if nobody is fit, or it appeared
 */
public record AvailabilityEvent(
        Instant at, AvailabilityKind kind, ModelId model, boolean free, boolean announced, List<ModelId> replacements) {

    public AvailabilityEvent {
        replacements = List.copyOf(replacements);
    }

    /** One sentence for people. */
    public String sentence(Instant now) {
        String what = switch (kind) {
            case APPEARED -> "appeared in its catalogue" + (free ? ", free" : "");
            case LEFT -> "left its catalogue" + (announced ? ", as announced" : " unannounced");
            case ENDING -> at.isAfter(now) ? "will be withdrawn " + in(Duration.between(now, at)) : "is past its end";
        };
        return what + (kind == AvailabilityKind.APPEARED ? "" : "; " + instead());
    }

    private String instead() {
        return replacements.isEmpty()
                ? "nothing like it is known to work"
                : "instead: " + replacements.stream().map(ModelId::toString).collect(Collectors.joining(", "));
    }

    private static String in(Duration duration) {
        return duration.toDays() >= 2
                ? "in " + duration.toDays() + " days"
                : "within " + Math.max(1, (duration.toMinutes() + 59) / 60) + " h";
    }
}
