package dev.rota.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.RestService;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import io.confluent.kafka.schemaregistry.client.rest.entities.SubjectVersion;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.RegisterSchemaRequest;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Confluent's client may expect of a registry: every implementation passes this. */
@Timeout(60)
abstract class RegistryContract {

    private static final Map<String, String> NO_HEADERS = Map.of();

    private final String subject = "contract-" + UUID.randomUUID() + "-value";
    private RestService registry = new RestService("http://unset");

    /** The registry under test. */
    abstract String url();

    @BeforeEach
    void connectAndCheckAsRotaDoes() throws Exception {
        registry = new RestService(url());
        registry.updateCompatibility("BACKWARD_TRANSITIVE", subject);
    }

    /** The records of this test's subject; its name keeps its content apart from every other test's. */
    private String record(String... fields) {
        return "{\"type\":\"record\",\"name\":\"R%s\",\"fields\":[%s]}"
                .formatted(subject.replaceAll("[^a-zA-Z0-9]", ""), String.join(",", fields));
    }

    private static String required(String name) {
        return "{\"name\":\"%s\",\"type\":\"string\"}".formatted(name);
    }

    private static String optional(String name) {
        return "{\"name\":\"%s\",\"type\":\"string\",\"default\":\"\"}".formatted(name);
    }

    @Test
    void aRegisteredSchemaIsReadByItsId() throws Exception {
        int id = registry.registerSchema(record(required("a")), subject);
        assertThat(registry.getId(id).getSchemaString()).isEqualTo(record(required("a")));
    }

    @Test
    void registeringTheSameAgainChangesNothing() throws Exception {
        int id = registry.registerSchema(record(required("a")), subject);
        assertThat(registry.registerSchema(record(required("a")), subject)).isEqualTo(id);
        assertThat(registry.getAllVersions(subject)).containsExactly(1);
    }

    @Test
    void aSchemaHasOneIdInAllSubjects() throws Exception {
        int id = registry.registerSchema(record(required("a")), subject);
        assertThat(registry.registerSchema(record(required("a")), subject + "-other"))
                .isEqualTo(id);
        assertThat(registry.getAllVersionsById(id))
                .contains(new SubjectVersion(subject, 1), new SubjectVersion(subject + "-other", 1));
    }

    @Test
    void aCompatibleSchemaBecomesTheNextVersion() throws Exception {
        registry.registerSchema(record(required("a")), subject);
        int second = registry.registerSchema(record(required("a"), optional("b")), subject);
        Schema latest = registry.getLatestVersion(subject);
        assertThat(latest.getId()).isEqualTo(second);
        assertThat(latest.getVersion()).isEqualTo(2);
        assertThat(registry.getVersion(subject, 1).getSchema()).isEqualTo(record(required("a")));
        assertThat(registry.getAllVersions(subject)).containsExactly(1, 2);
        assertThat(registry.getAllSubjects()).contains(subject);
    }

    @Test
    void anIncompatibleSchemaIsRefused() throws Exception {
        registry.registerSchema(record(required("a")), subject);
        assertError(409, () -> registry.registerSchema(record(required("a"), required("b")), subject));
        assertThat(registry.getAllVersions(subject)).containsExactly(1);
    }

    @Test
    void transitiveMeansEveryEarlierVersion() throws Exception {
        registry.registerSchema(record(required("a")), subject);
        registry.registerSchema(record(required("a"), optional("b")), subject);
        assertError(409, () -> registry.registerSchema(record(required("a"), required("b")), subject));
        registry.updateCompatibility("BACKWARD", subject);
        assertThat(registry.registerSchema(record(required("a"), required("b")), subject))
                .isPositive();
    }

    @Test
    void compatibilityIsCheckedWithoutRegistering() throws Exception {
        registry.registerSchema(record(required("a")), subject);
        assertThat(registry.testCompatibility(request(record(optional("b"))), subject, "latest", false, true))
                .isEmpty();
        assertThat(registry.testCompatibility(request(record(required("b"))), subject, "latest", false, true))
                .isNotEmpty();
        assertThat(registry.getAllVersions(subject)).containsExactly(1);
    }

    @Test
    void whatIsMissingIsToldByItsCode() throws Exception {
        assertError(40401, () -> registry.getLatestVersion(subject));
        assertError(40401, () -> registry.getAllVersions(subject));
        assertError(40403, () -> registry.getId(2_000_000_000));
        registry.registerSchema(record(required("a")), subject);
        assertError(40402, () -> registry.getVersion(subject, 9));
    }

    @Test
    void aSchemaIsFoundUnderItsSubject() throws Exception {
        assertError(40401, () -> registry.lookUpSubjectVersion(record(required("a")), subject));
        int id = registry.registerSchema(record(required("a")), subject);
        Schema found = registry.lookUpSubjectVersion(record(required("a")), subject);
        assertThat(found.getId()).isEqualTo(id);
        assertThat(found.getVersion()).isEqualTo(1);
        assertError(40403, () -> registry.lookUpSubjectVersion(record(required("z")), subject));
    }

    @Test
    void brokenSchemasAreRefused() {
        assertError(42201, () -> registry.registerSchema("{\"type\":\"no such type\"}", subject));
    }

    @Test
    void aSubjectHasItsOwnLevelUntilItIsTakenAway() throws Exception {
        assertThat(registry.getConfig(subject).getCompatibilityLevel()).isEqualTo("BACKWARD_TRANSITIVE");
        registry.updateCompatibility("FULL", subject);
        assertThat(registry.getConfig(subject).getCompatibilityLevel()).isEqualTo("FULL");
        registry.deleteConfig(subject);
        assertThatThrownBy(() -> registry.getConfig(subject)).isInstanceOf(RestClientException.class);
        assertError(42203, () -> registry.updateCompatibility("SIDEWAYS", subject));
    }

    @Test
    void aDeletedVersionIsHiddenButStaysReadableByItsId() throws Exception {
        int id = registry.registerSchema(record(required("a")), subject);
        registry.registerSchema(record(required("a"), optional("b")), subject);
        assertThat(registry.deleteSchemaVersion(NO_HEADERS, subject, "1")).isEqualTo(1);
        assertThat(registry.getAllVersions(subject)).containsExactly(2);
        assertError(40402, () -> registry.getVersion(subject, 1));
        assertThat(registry.getId(id).getSchemaString()).isEqualTo(record(required("a")));
    }

    @Test
    void aVersionIsDeletedBeforeItIsRemovedForGood() throws Exception {
        registry.registerSchema(record(required("a")), subject);
        registry.registerSchema(record(required("a"), optional("b")), subject);
        assertError(40407, () -> registry.deleteSchemaVersion(NO_HEADERS, subject, "1", true));
        registry.deleteSchemaVersion(NO_HEADERS, subject, "1");
        assertThat(registry.deleteSchemaVersion(NO_HEADERS, subject, "1", true)).isEqualTo(1);
    }

    @Test
    void aSubjectIsDeletedBeforeItIsRemovedForGood() throws Exception {
        registry.registerSchema(record(required("a")), subject);
        assertError(40405, () -> registry.deleteSubject(NO_HEADERS, subject, true));
        assertThat(registry.deleteSubject(NO_HEADERS, subject)).containsExactly(1);
        assertThat(registry.getAllSubjects()).doesNotContain(subject);
        assertError(40404, () -> registry.deleteSubject(NO_HEADERS, subject));
        assertThat(registry.deleteSubject(NO_HEADERS, subject, true)).containsExactly(1);
        assertError(40401, () -> registry.deleteSubject(NO_HEADERS, subject));
    }

    @Test
    void aSchemaMayReferToAnotherWhichThenCannotBeDeleted() throws Exception {
        registry.registerSchema(record(required("a")), subject);
        String name = new AvroSchema(record(required("a"))).name();
        SchemaReference reference = new SchemaReference(name, subject, 1);
        String user = "{\"type\":\"record\",\"name\":\"U%s\",\"fields\":[{\"name\":\"r\",\"type\":\"%s\"}]}"
                .formatted(name, name);
        int id = registry.registerSchema(user, AvroSchema.TYPE, List.of(reference), subject + "-user")
                .getId();
        assertThat(registry.getId(id).getReferences()).containsExactly(reference);
        assertThat(registry.getReferencedBy(subject, 1)).containsExactly(id);
        assertError(42206, () -> registry.deleteSchemaVersion(NO_HEADERS, subject, "1"));
    }

    @Test
    void anyNameMayBeASubject() throws Exception {
        String odd = subject + "/ +%&?";
        int id = registry.registerSchema(record(required("a")), odd);
        assertThat(registry.getLatestVersion(odd).getId()).isEqualTo(id);
        assertThat(registry.getAllSubjects()).contains(odd);
    }

    @Test
    void avroIsServedForReadingAndWriting() throws Exception {
        assertThat(registry.getSchemaTypes()).contains("AVRO");
        assertThat(registry.getMode().getMode()).isEqualTo("READWRITE");
    }

    @Test
    void recordsMakeTheRoundTripThroughTheSerializers() throws Exception {
        try (var client = new CachedSchemaRegistryClient(url(), 100);
                var serializer = new KafkaAvroSerializer(client, Map.of("schema.registry.url", url()));
                var deserializer = new KafkaAvroDeserializer(new CachedSchemaRegistryClient(url(), 100))) {
            String topic = subject.substring(0, subject.length() - "-value".length());
            GenericRecord value = new GenericRecordBuilder(new AvroSchema(record(required("a"))).rawSchema())
                    .set("a", "ä")
                    .build();
            byte[] bytes = serializer.serialize(topic, value);
            assertThat(bytes[0]).isZero();
            assertThat(deserializer.deserialize(topic, bytes))
                    .isInstanceOf(GenericData.Record.class)
                    .hasToString("{\"a\": \"ä\"}");
            assertThat(client.getLatestSchemaMetadata(subject).getVersion()).isEqualTo(1);
        }
    }

    private static RegisterSchemaRequest request(String schema) {
        return new RegisterSchemaRequest(new AvroSchema(schema));
    }

    private interface Call {
        Object run() throws Exception;
    }

    private static void assertError(int code, Call call) {
        RestClientException e = catchThrowableOfType(RestClientException.class, call::run);
        assertThat(e).as("an error %d", code).isNotNull();
        assertThat(e.getErrorCode()).as(e.getMessage()).isEqualTo(code);
    }
}
