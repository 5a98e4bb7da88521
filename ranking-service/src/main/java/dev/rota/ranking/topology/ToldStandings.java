package dev.rota.ranking.topology;

import dev.rota.domain.standing.Standing;
import java.util.Objects;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/** Feeds the norms of tasks with the standings that all instances tell. */
final class ToldStandings implements Processor<String, @Nullable Standing, Void, Void> {
    private final LiveNorms norms;
    private @Nullable KeyValueStore<String, Standing> told;

    ToldStandings(LiveNorms norms) {
        this.norms = norms;
    }

    /** What a restart reads back does not pass through {@link #process}. */
    @Override
    public void init(ProcessorContext<Void, Void> context) {
        KeyValueStore<String, Standing> store = context.getStateStore(RankingTopology.TOLD_STORE);
        told = store;
        try (KeyValueIterator<String, Standing> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, ?> each = all.next();
                Object value = each.value instanceof ValueAndTimestamp<?> stamped ? stamped.value() : each.value;
                norms.put(each.key, (Standing) value);
            }
        }
    }

    @Override
    public void process(Record<String, @Nullable Standing> record) {
        KeyValueStore<String, Standing> store = Objects.requireNonNull(told);
        Standing standing = record.value();
        if (standing == null) {
            store.delete(record.key());
        } else {
            store.put(record.key(), standing);
        }
        norms.put(record.key(), standing);
    }
}
