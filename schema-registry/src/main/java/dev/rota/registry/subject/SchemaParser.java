package dev.rota.registry.subject;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.SchemaProvider;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaVersionFetcher;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads Avro schemas as Confluent's registry does, references included. */
final class SchemaParser {

    private final AvroSchemaProvider provider = new AvroSchemaProvider();

    SchemaParser(Subjects subjects) {
        provider.configure(Map.of(SchemaProvider.SCHEMA_VERSION_FETCHER_CONFIG, new Fetcher(subjects)));
    }

    /**
     * Parses a schema that somebody sent.
     *
     * @throws RegistryError if it is no Avro schema, or refers to something unknown
     */
    ParsedSchema parse(Schema schema, boolean isNew, boolean normalize) {
        String type = schema.getSchemaType();
        if (type != null && !type.equals(AvroSchema.TYPE)) {
            throw RegistryError.invalidSchema("type %s is not supported, only AVRO".formatted(type));
        }
        if (schema.getSchema() == null || schema.getSchema().isBlank()) {
            throw RegistryError.invalidSchema("it is empty");
        }
        try {
            ParsedSchema parsed = provider.parseSchemaOrElseThrow(schema, isNew, normalize);
            parsed.validate(isNew);
            return normalize ? parsed.normalize() : parsed;
        } catch (RuntimeException e) {
            throw RegistryError.invalidSchema(String.valueOf(e.getMessage()));
        }
    }

    ParsedSchema parse(StoredSchema stored) {
        return parse(stored.toSchema(), false, false);
    }

    private record Fetcher(Subjects subjects) implements SchemaVersionFetcher {

        @Override
        public @Nullable String tenant() {
            return null;
        }

        @Override
        public @Nullable Schema getByVersion(String subject, int version, boolean lookupDeleted) {
            return new VersionRef(version)
                    .among(subjects.versions(subject, each -> lookupDeleted || !each.deleted()))
                    .map(StoredSchema::toSchema)
                    .orElse(null);
        }
    }
}
