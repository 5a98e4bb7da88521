package dev.rota.discovery.kafka;

import dev.rota.discovery.state.CatalogueState;
import dev.rota.domain.model.ModelId;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/** Connects the topics that discovery reads with what it knows. */
public final class DiscoveryTopics {
    /** A probe without a result for longer counts as lost, so older results answer nothing. */
    private static final Duration RESULTS = Duration.ofDays(1);

    private DiscoveryTopics() {}

    /**
     * Fills the states with everything published, and gives the reader that keeps them up to date.
     *
     * @param states by catalogue; records of other catalogues are passed over
     */
    public static TopicReader restore(
            KafkaSettings settings, Map<String, CatalogueState> states, Instant now, Runnable onUnreadable) {
        TopicReader reader = new TopicReader(settings, onUnreadable);
        try {
            reader.read(
                            Topics.MODELS,
                            (facts, headers) ->
                                    with(states, facts.model(), s -> s.restore(MemoryHeaders.read(headers, facts))))
                    .read(Topics.MODEL_FOUND, (found, _) -> with(states, found.model(), s -> s.found(found)))
                    .read(Topics.STANDINGS, (standing, _) -> with(states, standing.model(), s -> s.standing(standing)))
                    .read(Topics.TEST_RESULTS, (result, _) -> with(states, result.model(), s -> s.result(result)))
                    .restore(now.minus(RESULTS));
            states.values().forEach(CatalogueState::restored);
            return reader;
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private static void with(Map<String, CatalogueState> states, ModelId model, Consumer<CatalogueState> use) {
        CatalogueState state = states.get(model.catalogue());
        if (state != null) {
            use.accept(state);
        }
    }
}
