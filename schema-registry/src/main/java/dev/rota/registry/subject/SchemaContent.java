package dev.rota.registry.subject;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.rest.entities.Metadata;
import io.confluent.kafka.schemaregistry.client.rest.entities.RuleSet;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What makes a schema this schema: equal content has one id, in whatever subjects it is registered.
 *
 * @param text the canonical form
 * @param references the schemas it builds on
 */
public record SchemaContent(
        String text,
        List<SchemaReference> references,
        @Nullable Metadata metadata,
        @Nullable RuleSet ruleSet) {

    public SchemaContent {
        references = List.copyOf(references);
    }

    static SchemaContent of(ParsedSchema schema) {
        return new SchemaContent(schema.canonicalString(), schema.references(), schema.metadata(), schema.ruleSet());
    }

    /** The content of a schema as it was stored. */
    public static SchemaContent of(Schema stored) {
        return new SchemaContent(
                stored.getSchema(),
                Objects.requireNonNullElse(stored.getReferences(), List.of()),
                stored.getMetadata(),
                stored.getRuleSet());
    }
}
