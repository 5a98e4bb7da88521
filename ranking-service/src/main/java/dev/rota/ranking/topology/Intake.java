package dev.rota.ranking.topology;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.TestResult;
import dev.rota.ranking.evidence.Admission;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refuses records that are readable but cannot be true, or lie where they cannot be told apart from others. */
final class Intake {
    private Intake() {}

    /**
     * Why a result is refused; empty if it is not.
     *
     * @param receivedAt when it was received, as far as is known
     */
    static Optional<String> refusal(@Nullable String key, @Nullable TestResult result, Instant receivedAt) {
        if (result == null) {
            return Optional.of("the record has no value; a result cannot be deleted by a tombstone");
        }
        return strayKey(key, result.model()).or(() -> Admission.refusal(result, receivedAt));
    }

    /** Why facts are refused; empty if they are not. */
    static Optional<String> refusal(@Nullable String key, ModelFacts facts, Instant receivedAt) {
        return strayKey(key, facts.model()).or(() -> {
            Instant latest = facts.retiredAt() == null ? facts.changedAt() : facts.retiredAt();
            return latest.isAfter(receivedAt.plus(Admission.AHEAD))
                    ? Optional.of("the facts are of " + latest + Admission.ahead(receivedAt, ""))
                    : Optional.empty();
        });
    }

    /** Partitions are chosen by the key, so a wrong one would part a model's evidence. */
    private static Optional<String> strayKey(@Nullable String key, ModelId model) {
        return names(key, model)
                ? Optional.empty()
                : Optional.of("the record's key is \"" + key + "\" and its model \"" + model
                        + "\"; send it with the model as its key");
    }

    /** Compares in place, for this is asked of every result. */
    private static boolean names(@Nullable String key, ModelId model) {
        int slash = model.catalogue().length();
        return key != null
                && key.length() == slash + 1 + model.providerId().length()
                && key.charAt(slash) == '/'
                && key.startsWith(model.catalogue())
                && key.startsWith(model.providerId(), slash + 1);
    }
}
