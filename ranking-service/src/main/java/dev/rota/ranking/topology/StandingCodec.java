package dev.rota.ranking.topology;

import dev.rota.domain.standing.Standing;
import dev.rota.ranking.evidence.Chunk;
import dev.rota.ranking.store.StoreCodec;
import dev.rota.schema.topic.Topics;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** Standings in one chunk each, written like an event of {@code rota.standings}. */
final class StandingCodec implements StoreCodec<Standing> {
    private final Serde<Standing> serde;

    StandingCodec(Serde<Standing> serde) {
        this.serde = serde;
    }

    @Override
    public List<Chunk> changes(@Nullable Standing before, Standing after) {
        return List.of(new Chunk(0, serde.serializer().serialize(Topics.STANDINGS.name(), after)));
    }

    @Override
    public Standing assemble(Collection<Chunk> chunks) {
        byte[] bytes = chunks.iterator().next().bytes();
        return serde.deserializer().deserialize(Topics.STANDINGS.name(), bytes);
    }
}
