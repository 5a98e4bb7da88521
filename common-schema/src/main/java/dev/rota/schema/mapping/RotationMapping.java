package dev.rota.schema.mapping;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.domain.rotation.Tier;
import org.apache.avro.Schema;

/** A rotation. */
public final class RotationMapping implements EventMapping<Rotation, dev.rota.event.Rotation> {
    @Override
    public Class<dev.rota.event.Rotation> eventType() {
        return dev.rota.event.Rotation.class;
    }

    @Override
    public Schema schema() {
        return dev.rota.event.Rotation.getClassSchema();
    }

    private static final Enums<Tier, dev.rota.event.Tier> TIERS = new Enums<>(Tier.class, dev.rota.event.Tier.class);

    @Override
    public dev.rota.event.Rotation toEvent(Rotation value) {
        return new dev.rota.event.Rotation(
                value.name(),
                value.revision(),
                value.computedAt(),
                value.policy(),
                value.entries().stream().map(RotationMapping::toEvent).toList(),
                value.staleSince(),
                value.note());
    }

    @Override
    public Rotation toDomain(dev.rota.event.Rotation event) {
        return new Rotation(
                event.getName(),
                event.getRevision(),
                event.getComputedAt(),
                event.getPolicy(),
                event.getEntries().stream().map(RotationMapping::toDomain).toList(),
                event.getStaleSince(),
                event.getNote());
    }

    private static dev.rota.event.RotationEntry toEvent(RotationEntry entry) {
        return new dev.rota.event.RotationEntry(
                entry.position(),
                entry.model().toString(),
                TIERS.toEvent(entry.tier()),
                entry.expectedTimeToSuccessMs(),
                entry.successRate(),
                entry.latencyP50Ms(),
                entry.latencyP95Ms(),
                entry.firstTokenP50Ms(),
                entry.quality(),
                entry.observations(),
                entry.lastResultAt());
    }

    private static RotationEntry toDomain(dev.rota.event.RotationEntry event) {
        return new RotationEntry(
                event.getPosition(),
                ModelId.parse(event.getModel()),
                TIERS.toDomain(event.getTier()),
                event.getExpectedTimeToSuccessMs(),
                event.getSuccessRate(),
                event.getLatencyP50Ms(),
                event.getLatencyP95Ms(),
                event.getFirstTokenP50Ms(),
                event.getQuality(),
                event.getObservations(),
                event.getLastResultAt());
    }
}
