package dev.rota.registry.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.registry.subject.Entry;
import dev.rota.registry.subject.SchemaContent;
import dev.rota.registry.subject.StoredSchema;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryCodecTest {

    private static final StoredSchema SCHEMA = new StoredSchema(
            "s", 2, 7, new SchemaContent("\"string\"", List.of(new SchemaReference("R", "r", 1)), null, null), false);

    static List<Entry> entries() {
        return List.of(
                new Entry.Put(SCHEMA),
                new Entry.Put(new StoredSchema("s", 2, 7, SCHEMA.content(), true)),
                new Entry.Removed("s", 2),
                new Entry.Level("s", CompatibilityLevel.FULL),
                new Entry.Level("s", null),
                new Entry.Level(null, CompatibilityLevel.NONE));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void anEntryIsReadAsItWasWritten(Entry entry) throws IOException {
        assertThat(EntryCodec.read(EntryCodec.key(entry), EntryCodec.value(entry)))
                .contains(entry);
    }

    @Test
    void keysAreAlwaysTheSameBytes() {
        assertThat(EntryCodec.key(new Entry.Put(SCHEMA)))
                .asString(UTF_8)
                .isEqualTo("{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":2,\"magic\":1}");
        assertThat(EntryCodec.key(new Entry.Level(null, null)))
                .asString(UTF_8)
                .isEqualTo("{\"keytype\":\"CONFIG\",\"subject\":null,\"magic\":0}");
    }

    @Test
    void confluentsDeletionOfASubjectIsUnderstood() throws IOException {
        Optional<Entry> entry = EntryCodec.read(
                bytes("{\"keytype\":\"DELETE_SUBJECT\",\"subject\":\"s\",\"magic\":0}"),
                bytes("{\"subject\":\"s\",\"version\":3}"));
        assertThat(entry).contains(new Entry.SubjectDeleted("s", 3));
    }

    @Test
    void recordsWithoutMeaningHereArePassedOver() throws IOException {
        assertThat(EntryCodec.read(bytes("{\"keytype\":\"NOOP\",\"magic\":0}"), null))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "{}", "{\"keytype\":\"WHAT\"}"})
    void otherRecordsAreRefused(String key) {
        assertThatThrownBy(() -> EntryCodec.read(bytes(key), bytes("{}"))).isInstanceOf(IOException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
