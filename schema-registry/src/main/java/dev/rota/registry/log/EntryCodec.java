package dev.rota.registry.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rota.registry.subject.Entry;
import dev.rota.registry.subject.SchemaContent;
import dev.rota.registry.subject.StoredSchema;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import io.confluent.kafka.schemaregistry.utils.JacksonMapper;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Entries as the topic's records. The key's members are always written in the same order, as compaction compares keys
 * byte by byte.
 */
final class EntryCodec {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY_TYPE = "keytype";
    private static final String SUBJECT = "subject";
    private static final String VERSION = "version";
    private static final String DELETED = "deleted";
    private static final String LEVEL = "compatibilityLevel";

    private EntryCodec() {}

    static byte[] key(Entry entry) {
        return switch (entry) {
            case Entry.Put(StoredSchema schema) -> schemaKey(schema.subject(), schema.version());
            case Entry.Removed(String subject, int version) -> schemaKey(subject, version);
            case Entry.SubjectDeleted deleted ->
                throw new IllegalArgumentException("not written by this registry: " + deleted);
            case Entry.Level level -> configKey(level.subject());
        };
    }

    private static byte[] schemaKey(String subject, int version) {
        return bytes(JSON.createObjectNode()
                .put(KEY_TYPE, "SCHEMA")
                .put(SUBJECT, subject)
                .put(VERSION, version)
                .put("magic", 1));
    }

    private static byte[] configKey(@Nullable String subject) {
        return bytes(JSON.createObjectNode()
                .put(KEY_TYPE, "CONFIG")
                .put(SUBJECT, subject)
                .put("magic", 0));
    }

    /** The value, or null for an entry that takes something away. */
    static byte @Nullable [] value(Entry entry) {
        return switch (entry) {
            case Entry.Put(StoredSchema schema) -> schemaValue(schema);
            case Entry.Level(String subject, CompatibilityLevel level)
            when level != null ->
                bytes(JSON.createObjectNode().put(SUBJECT, subject).put(LEVEL, level.name()));
            case Entry.Removed _, Entry.Level _, Entry.SubjectDeleted _ -> null;
        };
    }

    private static byte[] schemaValue(StoredSchema schema) {
        try {
            byte[] plain = JacksonMapper.INSTANCE.writeValueAsBytes(schema.toSchema());
            return bytes(((ObjectNode) JSON.readTree(plain)).put(DELETED, schema.deleted()));
        } catch (IOException e) {
            throw new IllegalArgumentException("a schema that cannot be written: " + schema, e);
        }
    }

    /**
     * Reads a record; empty if it is of a kind that means nothing here.
     *
     * @throws IOException if it is no record of a registry
     */
    static Optional<Entry> read(byte @Nullable [] key, byte @Nullable [] value) throws IOException {
        if (key == null) {
            throw new IOException("a record without a key");
        }
        JsonNode name = JSON.readTree(key);
        return switch (name.path(KEY_TYPE).asText()) {
            case "SCHEMA" -> Optional.of(schema(name, value));
            case "CONFIG" -> Optional.of(level(name, value));
            case "DELETE_SUBJECT" -> value == null ? Optional.empty() : Optional.of(subjectDeleted(value));
            case "NOOP", "MODE", "CONTEXT", "CLEAR_SUBJECT" -> Optional.empty();
            default -> throw new IOException("a key of an unknown kind: " + new String(key, UTF_8));
        };
    }

    private static Entry schema(JsonNode name, byte @Nullable [] value) throws IOException {
        if (value == null) {
            return new Entry.Removed(
                    name.path(SUBJECT).asText(), name.path(VERSION).asInt());
        }
        Schema schema = JacksonMapper.INSTANCE.readValue(value, Schema.class);
        boolean deleted = JSON.readTree(value).path(DELETED).asBoolean();
        return new Entry.Put(new StoredSchema(
                schema.getSubject(), schema.getVersion(), schema.getId(), SchemaContent.of(schema), deleted));
    }

    private static Entry level(JsonNode name, byte @Nullable [] value) throws IOException {
        String subject = name.path(SUBJECT).textValue();
        String level = value == null ? null : JSON.readTree(value).path(LEVEL).textValue();
        return new Entry.Level(subject, level == null ? null : CompatibilityLevel.forName(level));
    }

    private static Entry subjectDeleted(byte[] value) throws IOException {
        JsonNode body = JSON.readTree(value);
        return new Entry.SubjectDeleted(
                body.path(SUBJECT).asText(), body.path(VERSION).asInt());
    }

    private static byte[] bytes(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that cannot be written: " + node, e);
        }
    }
}
