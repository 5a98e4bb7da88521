package dev.rota.gateway.view;

import dev.rota.client.kafka.Start;
import dev.rota.client.kafka.TopicRecord;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.domain.standing.Standing;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Everything the gateway knows. Thread-safe; reading never blocks. */
public final class Views implements AutoCloseable {
    private final Map<String, Rotation> rotations = new ConcurrentSkipListMap<>();
    private final Map<String, Standing> standings = new ConcurrentSkipListMap<>();
    private final Map<String, ModelFacts> models = new ConcurrentSkipListMap<>();
    private final ChangeLog changes = new ChangeLog();
    private final RotationListener listener;
    private final List<Follow<?>> follows;

    /**
     * Nothing is read before {@link #start}.
     *
     * @param listener told of each revision of each rotation
     */
    public Views(KafkaSettings kafka, RotationListener listener) {
        this.listener = listener;
        this.follows = List.of(
                new Follow<>(Topics.ROTATION, kafka, Start.beginning(), this::rotation),
                new Follow<>(Topics.STANDINGS, kafka, Start.beginning(), this::standing),
                new Follow<>(Topics.MODELS, kafka, Start.beginning(), this::model),
                new Follow<>(Topics.ROTATION_CHANGES, kafka, Start.tail(ChangeLog.KEPT), this::change));
    }

    public void start() {
        follows.forEach(Follow::start);
    }

    /** How each topic is followed. */
    public List<ViewState> states() {
        return follows.stream().map(Follow::state).toList();
    }

    /** All rotations by name. */
    public List<Rotation> rotations() {
        return List.copyOf(rotations.values());
    }

    public Optional<Rotation> rotation(String name) {
        return Optional.ofNullable(rotations.get(name));
    }

    /** All standings by model. */
    public List<Standing> standings() {
        return List.copyOf(standings.values());
    }

    public Optional<Standing> standing(String model) {
        return Optional.ofNullable(standings.get(model));
    }

    /** What the catalogue says of a model. */
    public Optional<ModelFacts> model(String model) {
        return Optional.ofNullable(models.get(model));
    }

    /** Names of all models of which anything is known. */
    public List<String> modelNames() {
        List<String> names = new ArrayList<>(models.keySet());
        standings.keySet().stream().filter(name -> !models.containsKey(name)).forEach(names::add);
        return names;
    }

    public ChangeLog changes() {
        return changes;
    }

    @Override
    public void close() {
        follows.forEach(Follow::close);
    }

    void standing(TopicRecord<Standing> record) {
        keep(record, standings);
    }

    void model(TopicRecord<ModelFacts> record) {
        keep(record, models);
    }

    void rotation(TopicRecord<Rotation> record) {
        keep(record, rotations);
        Rotation value = record.value();
        if (value == null) {
            listener.removed(record.key());
        } else {
            listener.published(value);
        }
    }

    void change(TopicRecord<RotationChange> record) {
        if (record.value() != null) {
            changes.add(record.value());
        }
    }

    private static <V> void keep(TopicRecord<V> record, Map<String, V> values) {
        V value = record.value();
        if (value == null) {
            values.remove(record.key());
        } else {
            values.put(record.key(), value);
        }
    }
}
