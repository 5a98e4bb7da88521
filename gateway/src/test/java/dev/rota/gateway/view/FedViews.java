package dev.rota.gateway.view;

import dev.rota.client.kafka.TopicRecord;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.domain.standing.Standing;
import dev.rota.runtime.kafka.KafkaSettings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Views without Kafka: what would come from the topics is put in by hand. */
public final class FedViews {
    private final Views views;

    public FedViews(RotationListener listener) {
        this.views = new Views(KafkaSettings.of("127.0.0.1:1", "http://127.0.0.1:1"), listener);
    }

    public Views views() {
        return views;
    }

    public void put(Rotation rotation) {
        views.rotation(record(rotation.name(), rotation));
    }

    public void removeRotation(String name) {
        views.rotation(record(name, null));
    }

    public void put(Standing standing) {
        views.standing(record(standing.model().toString(), standing));
    }

    public void put(ModelFacts model) {
        views.model(record(model.model().toString(), model));
    }

    public void put(RotationChange change) {
        views.change(record(change.name(), change));
    }

    private static <V> TopicRecord<V> record(String key, @Nullable V value) {
        return new TopicRecord<>(key, value, Instant.EPOCH, 0, 0);
    }
}
