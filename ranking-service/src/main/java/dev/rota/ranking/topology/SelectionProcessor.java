package dev.rota.ranking.topology;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.standing.Standing;
import dev.rota.ranking.selection.RotationState;
import dev.rota.ranking.store.HeapStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/** Keeps, per rotation, the standings that travelled to it, and publishes the rotation they make. */
final class SelectionProcessor implements Processor<String, @Nullable Standing, String, RotationOutput> {
    /** The header that names a candidate's model, for a candidate that is withdrawn has no value to name it. */
    static final String MODEL = "model";

    /** Between the parts of a store's key; no rotation's name holds a control character. */
    private static final char SEPARATOR = '\n';

    /** How often a later generation looks whether it is time to take over. */
    private static final Duration RELIEF = Duration.ofMillis(250);

    private final RankingTopology.Settings settings;
    private final QuickCommit commits;
    private final Map<String, Desk> desks = new HashMap<>();
    private @Nullable ProcessorContext<String, RotationOutput> context;
    private @Nullable HeapStore<Standing> candidates;

    SelectionProcessor(RankingTopology.Settings settings, CommitRhythm rhythm) {
        this.settings = settings;
        this.commits = new QuickCommit(settings.commitAfter(), rhythm);
    }

    @Override
    public void init(ProcessorContext<String, RotationOutput> processorContext) {
        context = processorContext;
        commits.schedule(processorContext);
        HeapStore<RotationState> states = processorContext.getStateStore(RankingTopology.ROTATIONS_STORE);
        settings.policies()
                .forEach(policy ->
                        desks.put(policy.name(), new Desk(policy, states, this::published, settings.succession())));
        if (settings.succession().follows()) {
            processorContext.schedule(RELIEF, PunctuationType.WALL_CLOCK_TIME, _ -> relieve());
        }
        HeapStore<Standing> kept = processorContext.getStateStore(RankingTopology.CANDIDATES_STORE);
        candidates = kept;
        kept.forEach((key, standing) -> {
            Desk desk = desks.get(key.substring(0, key.indexOf(SEPARATOR)));
            if (desk != null) {
                desk.recall(standing);
            }
        });
    }

    @Override
    public void process(Record<String, @Nullable Standing> record) {
        Desk desk = desks.get(record.key());
        if (desk == null) {
            return; // A rotation that an older configuration had.
        }
        Standing standing = record.value();
        ModelId model = standing == null ? model(record) : standing.model();
        String key = record.key() + SEPARATOR + model;
        if (standing == null) {
            candidates().remove(key);
        } else {
            candidates().put(key, standing);
        }
        commits.changed();
        send(desk.take(model, standing));
    }

    private void relieve() {
        desks.values().forEach(desk -> send(desk.relieve()));
    }

    private void send(Desk.News news) {
        long at = news.at().toEpochMilli();
        Rotation rotation = news.rotation();
        if (rotation != null) {
            settings.meters().published(rotation);
            forward(
                    rotation.name(),
                    new RotationOutput.Published(rotation),
                    at,
                    settings.succession().headers());
        }
        news.changes().forEach(change -> {
            settings.meters().changed(change);
            forward(change.name(), new RotationOutput.Changed(change), at, new RecordHeaders());
        });
    }

    private void forward(String key, RotationOutput output, long at, Headers headers) {
        Objects.requireNonNull(context).forward(new Record<>(key, output, at, headers));
    }

    private @Nullable Rotation published(String rotation) {
        ReadOnlyKeyValueStore<String, ?> store =
                Objects.requireNonNull(context).getStateStore(RankingTopology.PUBLISHED_STORE);
        Object value = store.get(rotation);
        return (Rotation) (value instanceof ValueAndTimestamp<?> stamped ? stamped.value() : value);
    }

    private static ModelId model(Record<String, ?> record) {
        byte[] name = record.headers().lastHeader(MODEL).value();
        return ModelId.parse(new String(name, StandardCharsets.UTF_8));
    }

    private HeapStore<Standing> candidates() {
        return Objects.requireNonNull(candidates);
    }
}
