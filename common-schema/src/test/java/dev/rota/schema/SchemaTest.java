package dev.rota.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.schema.topic.Topic;
import dev.rota.schema.topic.Topics;
import io.confluent.kafka.schemaregistry.CompatibilityChecker;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {
    static List<Topic<?>> topics() {
        return Topics.all();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyFieldSaysWhatItMeans(Topic<?> topic) {
        Schema schema = topic.mapping().schema();

        assertThat(schema.getDoc()).isNotBlank();
        assertThat(schema.getFields())
                .allSatisfy(field -> assertThat(field.doc()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void anOptionalFieldMayBeLeftOutByAnOlderWriter(Topic<?> topic) {
        Schema schema = topic.mapping().schema();

        assertThat(schema.getFields())
                .filteredOn(field -> field.schema().isNullable())
                .allSatisfy(field -> assertThat(field.hasDefaultValue()).isTrue());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aNewRequiredFieldWouldBeRefused(Topic<?> topic) {
        Schema now = topic.mapping().schema();
        Schema next = Schema.createRecord(now.getName(), now.getDoc(), now.getNamespace(), false);
        List<Schema.Field> fields = new ArrayList<>(now.getFields().stream()
                .map(field -> new Schema.Field(field, field.schema()))
                .toList());
        fields.add(new Schema.Field("extra", SchemaBuilder.builder().stringType(), "new"));
        next.setFields(fields);

        var problems = CompatibilityChecker.BACKWARD_TRANSITIVE_CHECKER.isCompatible(
                new AvroSchema(next), List.of(new AvroSchema(now)));

        assertThat(problems).anySatisfy(problem -> assertThat(problem).contains("extra"));
    }
}
