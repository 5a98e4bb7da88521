package dev.rota.schema.mapping;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import org.apache.avro.Schema;

/** A model's present facts. */
public final class ModelFactsMapping implements EventMapping<ModelFacts, dev.rota.event.ModelFacts> {
    @Override
    public Class<dev.rota.event.ModelFacts> eventType() {
        return dev.rota.event.ModelFacts.class;
    }

    @Override
    public Schema schema() {
        return dev.rota.event.ModelFacts.getClassSchema();
    }

    @Override
    public dev.rota.event.ModelFacts toEvent(ModelFacts value) {
        return new dev.rota.event.ModelFacts(
                value.model().toString(),
                FactsMapping.toEvent(value.facts()),
                value.firstSeenAt(),
                value.changedAt(),
                value.retiredAt(),
                value.aliasOf());
    }

    @Override
    public ModelFacts toDomain(dev.rota.event.ModelFacts event) {
        return new ModelFacts(
                ModelId.parse(event.getModel()),
                FactsMapping.toDomain(event.getFacts()),
                event.getFirstSeenAt(),
                event.getChangedAt(),
                event.getRetiredAt(),
                event.getAliasOf());
    }
}
