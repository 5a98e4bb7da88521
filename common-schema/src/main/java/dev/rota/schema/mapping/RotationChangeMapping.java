package dev.rota.schema.mapping;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.ChangeKind;
import dev.rota.domain.rotation.RotationChange;
import org.apache.avro.Schema;

/** A change of a rotation. */
public final class RotationChangeMapping implements EventMapping<RotationChange, dev.rota.event.RotationChange> {
    @Override
    public Class<dev.rota.event.RotationChange> eventType() {
        return dev.rota.event.RotationChange.class;
    }

    @Override
    public Schema schema() {
        return dev.rota.event.RotationChange.getClassSchema();
    }

    private static final Enums<ChangeKind, dev.rota.event.ChangeKind> KINDS =
            new Enums<>(ChangeKind.class, dev.rota.event.ChangeKind.class);

    @Override
    public dev.rota.event.RotationChange toEvent(RotationChange value) {
        return new dev.rota.event.RotationChange(
                value.name(),
                value.revision(),
                value.at(),
                KINDS.toEvent(value.kind()),
                value.model().toString(),
                value.fromPosition(),
                value.toPosition(),
                value.reason());
    }

    @Override
    public RotationChange toDomain(dev.rota.event.RotationChange event) {
        return new RotationChange(
                event.getName(),
                event.getRevision(),
                event.getAt(),
                KINDS.toDomain(event.getKind()),
                ModelId.parse(event.getModel()),
                event.getFromPosition(),
                event.getToPosition(),
                event.getReason());
    }
}
