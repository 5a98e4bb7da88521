package dev.rota.ranking.topology;

import dev.rota.domain.model.ModelFacts;
import dev.rota.ranking.evidence.Chunk;
import dev.rota.ranking.evidence.Evidence;
import dev.rota.ranking.evidence.EvidenceCodec;
import dev.rota.ranking.store.StoreCodec;
import dev.rota.schema.topic.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** Evidence in its own chunks, the facts as one more, written like an event of {@code rota.models}. */
final class ModelStateCodec implements StoreCodec<ModelState> {
    /** Evidence names its chunks from 0 on. */
    private static final int FACTS = -1;

    private final Serde<ModelFacts> facts;

    ModelStateCodec(Serde<ModelFacts> facts) {
        this.facts = facts;
    }

    @Override
    public List<Chunk> changes(@Nullable ModelState before, ModelState after) {
        ModelState old = before == null ? ModelState.UNKNOWN : before;
        List<Chunk> evidence = EvidenceCodec.changes(old.evidence(), after.evidence());
        if (Objects.equals(old.facts(), after.facts())) {
            return evidence;
        }
        List<Chunk> changes = new ArrayList<>(evidence);
        changes.add(new Chunk(FACTS, encode(after.facts())));
        return changes;
    }

    @Override
    public ModelState assemble(Collection<Chunk> chunks) {
        ModelFacts known = null;
        List<Chunk> evidence = new ArrayList<>(chunks.size());
        for (Chunk chunk : chunks) {
            if (chunk.name() == FACTS) {
                known = facts.deserializer().deserialize(Topics.MODELS.name(), chunk.bytes());
            } else {
                evidence.add(chunk);
            }
        }
        return new ModelState(evidence.isEmpty() ? Evidence.empty() : EvidenceCodec.assemble(evidence), known);
    }

    private byte @Nullable [] encode(@Nullable ModelFacts value) {
        return value == null ? null : facts.serializer().serialize(Topics.MODELS.name(), value);
    }
}
