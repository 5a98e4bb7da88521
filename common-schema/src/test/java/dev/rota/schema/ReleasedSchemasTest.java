package dev.rota.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.schema.topic.Topic;
import dev.rota.schema.topic.Topics;
import io.confluent.kafka.schemaregistry.CompatibilityChecker;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every schema that was ever released, in {@code released/<version>/<subject>.avsc}. Records written under any of them
 * lie in somebody's Kafka: those files are never changed, only added to.
 */
class ReleasedSchemasTest {
    private static final Path RELEASED = Path.of("src", "test", "resources", "released");

    static List<Topic<?>> topics() {
        return Topics.all();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void todaysSchemaReadsWhateverWasReleased(Topic<?> topic) throws IOException {
        List<Schema> released = released(topic);

        assertThat(released).isNotEmpty();
        assertThat(problems(topic.mapping().schema(), released)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void todaysSchemaIsPinned(Topic<?> topic) throws IOException {
        String today = SchemaNormalization.toParsingForm(topic.mapping().schema());

        assertThat(released(topic).stream().map(SchemaNormalization::toParsingForm))
                .as(
                        "%s is new: add it as released/<next version>/%s.avsc, as\n%s",
                        topic.subject(),
                        topic.subject(),
                        SchemaFormatter.format("json/pretty", topic.mapping().schema()))
                .contains(today);
    }

    @Test
    void aChangeThatBreaksReadersWouldBeFound() throws IOException {
        List<Schema> released = released(Topics.ROTATION);
        Schema now = Topics.ROTATION.mapping().schema();
        Schema broken = Schema.createRecord(now.getName(), now.getDoc(), now.getNamespace(), false);
        List<Schema.Field> fields = now.getFields().stream()
                .map(field -> field.name().equals("revision")
                        ? new Schema.Field("revision", SchemaBuilder.builder().intType(), field.doc())
                        : new Schema.Field(field, field.schema()))
                .collect(Collectors.toCollection(ArrayList::new));
        broken.setFields(fields);

        assertThat(problems(broken, released)).isNotEmpty();
    }

    private static List<String> problems(Schema schema, List<Schema> released) {
        return CompatibilityChecker.BACKWARD_TRANSITIVE_CHECKER.isCompatible(
                new AvroSchema(schema), released.stream().map(AvroSchema::new).collect(Collectors.toList()));
    }

    private static List<Schema> released(Topic<?> topic) throws IOException {
        List<Schema> schemas = new ArrayList<>();
        try (Stream<Path> files = Files.walk(RELEASED)) {
            for (Path file : files.filter(each -> each.endsWith(topic.subject() + ".avsc"))
                    .sorted()
                    .toList()) {
                schemas.add(new Schema.Parser().parse(Files.readString(file)));
            }
        }
        return schemas;
    }
}
