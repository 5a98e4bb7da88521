package dev.rota.schema.mapping;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.probe.Trigger;
import org.apache.avro.Schema;

/** A probe. */
public final class ModelFoundMapping implements EventMapping<ModelFound, dev.rota.event.ModelFound> {
    @Override
    public Class<dev.rota.event.ModelFound> eventType() {
        return dev.rota.event.ModelFound.class;
    }

    @Override
    public Schema schema() {
        return dev.rota.event.ModelFound.getClassSchema();
    }

    private static final Enums<Trigger, dev.rota.event.Trigger> TRIGGERS =
            new Enums<>(Trigger.class, dev.rota.event.Trigger.class);

    @Override
    public dev.rota.event.ModelFound toEvent(ModelFound value) {
        return new dev.rota.event.ModelFound(
                value.probeId(),
                value.model().toString(),
                TRIGGERS.toEvent(value.trigger()),
                value.suite(),
                value.foundAt(),
                FactsMapping.toEvent(value.facts()));
    }

    @Override
    public ModelFound toDomain(dev.rota.event.ModelFound event) {
        return new ModelFound(
                event.getProbeId(),
                ModelId.parse(event.getModel()),
                TRIGGERS.toDomain(event.getTrigger()),
                event.getSuite(),
                event.getFoundAt(),
                FactsMapping.toDomain(event.getFacts()));
    }
}
