package dev.rota.registry.subject;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;

/**
 * One version of a subject.
 *
 * @param deleted whether it was deleted, but not for good: it can still be read by its id
 */
public record StoredSchema(String subject, int version, int id, SchemaContent content, boolean deleted) {

    StoredSchema asDeleted() {
        return new StoredSchema(subject, version, id, content, true);
    }

    /** As Confluent's clients know it. */
    public Schema toSchema() {
        return new Schema(
                subject,
                version,
                id,
                AvroSchema.TYPE,
                content.references(),
                content.metadata(),
                content.ruleSet(),
                content.text());
    }
}
