package dev.rota.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.result.TestResult;
import dev.rota.schema.mapping.TestResultMapping;
import dev.rota.schema.serde.RegistryUnavailableException;
import dev.rota.schema.topic.Topic;
import dev.rota.schema.topic.Topics;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventSerdesTest {
    private static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "mock://event-serdes");

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(Topics.MODELS, Samples.MODEL_FACTS),
                Arguments.of(Topics.MODEL_FOUND, Samples.FOUND),
                Arguments.of(Topics.TEST_RESULTS, Samples.SUCCESS),
                Arguments.of(Topics.TEST_RESULTS, Samples.FAILURE),
                Arguments.of(Topics.STANDINGS, Samples.STANDING),
                Arguments.of(Topics.ROTATION, Samples.ROTATION),
                Arguments.of(Topics.ROTATION_CHANGES, Samples.CHANGE));
    }

    @ParameterizedTest
    @MethodSource("values")
    <V> void aValueComesBackAsItWent(Topic<V> topic, V value) {
        try (Serde<V> serde = topic.valueSerde(REGISTRY)) {
            byte[] bytes = serde.serializer().serialize(topic.name(), value);

            assertThat(bytes[0]).isZero();
            assertThat(serde.deserializer().deserialize(topic.name(), bytes)).isEqualTo(value);
        }
    }

    /** The first goes through Confluent's serializers, the second is written and read by Avro alone. */
    @ParameterizedTest
    @MethodSource("values")
    <V> void theSecondIsWrittenAndReadAsTheFirst(Topic<V> topic, V value) {
        try (Serde<V> serde = topic.valueSerde(REGISTRY)) {
            byte[] first = serde.serializer().serialize(topic.name(), value);
            byte[] second = serde.serializer().serialize(topic.name(), value);
            V firstRead = serde.deserializer().deserialize(topic.name(), first);

            assertThat(second).isEqualTo(first);
            assertThat(serde.deserializer().deserialize(topic.name(), second))
                    .isEqualTo(value)
                    .isEqualTo(firstRead);
        }
    }

    /** As a topic holds them that was begun by an older Rota. */
    @Test
    void recordsOfAnOlderSchemaAreReadTheFirstAndTheSecondTime() throws Exception {
        byte[] old = underASchemaWithoutWorker(new TestResultMapping().toEvent(Samples.SUCCESS));
        try (Serde<TestResult> serde = Topics.TEST_RESULTS.valueSerde(REGISTRY)) {
            TestResult first = serde.deserializer().deserialize("rota.test-results", old);

            assertThat(first.worker()).isNull();
            assertThat(first.resultId()).isEqualTo(Samples.SUCCESS.resultId());
            assertThat(first.outputTokens()).isEqualTo(Samples.SUCCESS.outputTokens());
            assertThat(serde.deserializer().deserialize("rota.test-results", old))
                    .isEqualTo(first);
        }
    }

    private static byte[] underASchemaWithoutWorker(SpecificRecord event) throws IOException, RestClientException {
        Schema today = event.getSchema();
        Schema old = Schema.createRecord(today.getName(), today.getDoc(), today.getNamespace(), false);
        old.setFields(today.getFields().stream()
                .filter(field -> !field.name().equals("worker"))
                .map(field -> new Schema.Field(field, field.schema()))
                .toList());
        int id = MockSchemaRegistry.getClientForScope("event-serdes")
                .register("rota.test-results-value", new AvroSchema(old));
        GenericData.Record record = new GenericData.Record(old);
        old.getFields()
                .forEach(field -> record.put(
                        field.pos(), event.get(today.getField(field.name()).pos())));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(old, SpecificData.getForSchema(today)).write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    @Test
    void bytesThatEndEarlyAreUnreadableWhenTheirSchemaIsKnownToo() {
        try (Serde<ModelFound> serde = Topics.MODEL_FOUND.valueSerde(REGISTRY)) {
            byte[] whole = serde.serializer().serialize("rota.model-found", Samples.FOUND);
            byte[] half = Arrays.copyOf(whole, whole.length / 2);
            assertThat(serde.deserializer().deserialize("rota.model-found", whole))
                    .isEqualTo(Samples.FOUND);

            assertThatThrownBy(() -> serde.deserializer().deserialize("rota.model-found", half))
                    .isInstanceOf(SerializationException.class)
                    .isNotInstanceOf(RegistryUnavailableException.class);
        }
    }

    @Test
    void bytesOfAnotherFormatAreRefusedAsUnreadable() {
        try (Serde<?> serde = Topics.TEST_RESULTS.valueSerde(REGISTRY)) {
            assertThatThrownBy(() -> serde.deserializer().deserialize("rota.test-results", new byte[] {1, 2, 3}))
                    .isInstanceOf(SerializationException.class)
                    .isNotInstanceOf(RegistryUnavailableException.class);
        }
    }

    @Test
    void aRegistryThatIsAwayIsNotTheRecordsFault() throws IOException {
        byte[] readable = bytesOf(Samples.FOUND);
        int port;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = once.getLocalPort();
        }
        try (Serde<ModelFound> serde =
                Topics.MODEL_FOUND.valueSerde(Map.of("schema.registry.url", "http://127.0.0.1:" + port))) {
            assertThatThrownBy(() -> serde.deserializer().deserialize("rota.model-found", readable))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("rota.model-found");
            assertThatThrownBy(() -> serde.serializer().serialize("rota.model-found", Samples.FOUND))
                    .isInstanceOf(RegistryUnavailableException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500, 503})
    void aRegistryThatRefusesIsNotTheRecordsFault(int status) throws IOException {
        assertThat(problemOfARegistryThatAnswers(status, status)).isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void aSchemaThatIsNotThereIsTheRecordsFault() throws IOException {
        assertThat(problemOfARegistryThatAnswers(404, 40403))
                .isInstanceOf(SerializationException.class)
                .isNotInstanceOf(RegistryUnavailableException.class);
    }

    private static Throwable problemOfARegistryThatAnswers(int status, int code) throws IOException {
        HttpServer registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/", exchange -> {
            byte[] body = ("{\"error_code\":" + code + ",\"message\":\"no\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        registry.start();
        String url = "http://127.0.0.1:" + registry.getAddress().getPort();
        try (Serde<ModelFound> serde =
                Topics.MODEL_FOUND.valueSerde(Map.of("schema.registry.url", url, "max.retries", 0))) {
            byte[] probe = bytesOf(Samples.FOUND);
            return catchThrowable(() -> serde.deserializer().deserialize("rota.model-found", probe));
        } finally {
            registry.stop(0);
        }
    }

    private static byte[] bytesOf(ModelFound probe) {
        try (Serde<ModelFound> serde = Topics.MODEL_FOUND.valueSerde(REGISTRY)) {
            return serde.serializer().serialize("rota.model-found", probe);
        }
    }

    @Test
    void aValueTheDomainRefusesIsUnreadableToo() {
        var event = new TestResultMapping().toEvent(Samples.SUCCESS);
        event.put("latencyMs", -1L);
        var mapping = new TestResultMapping();

        assertThatThrownBy(() -> mapping.toDomain(event)).hasMessage("latencyMs must be 0 or more, not -1");
    }

    /** Also once their schema is known, and they are read without an event in between. */
    @Test
    void bytesOfAValueTheDomainRefusesAreUnreadableEachTime() {
        try (Serde<TestResult> serde = Topics.TEST_RESULTS.valueSerde(REGISTRY)) {
            byte[] good = serde.serializer().serialize("rota.test-results", Samples.SUCCESS);
            byte[] header = Arrays.copyOf(good, 5);
            byte[] bad = refused(header);
            for (int time = 0; time < 3; time++) {
                assertThatThrownBy(() -> serde.deserializer().deserialize("rota.test-results", bad))
                        .isInstanceOf(SerializationException.class)
                        .hasMessageContaining("latencyMs must be 0 or more, not -1");
                assertThat(serde.deserializer().deserialize("rota.test-results", good))
                        .isEqualTo(Samples.SUCCESS);
            }
        }
    }

    private static byte[] refused(byte[] header) {
        var event = new TestResultMapping().toEvent(Samples.SUCCESS);
        event.put("latencyMs", -1L);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(header);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            new SpecificDatumWriter<>(dev.rota.event.TestResult.class).write(event, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void aTombstoneIsNull() {
        try (Serde<?> serde = Topics.MODELS.valueSerde(REGISTRY)) {
            assertThat(serde.deserializer().deserialize("rota.models", null)).isNull();
        }
    }
}
