package dev.rota.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import dev.rota.domain.probe.ModelFound;
import dev.rota.schema.mapping.TestResultMapping;
import dev.rota.schema.serde.RegistryUnavailableException;
import dev.rota.schema.topic.Topic;
import dev.rota.schema.topic.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
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

    @Test
    void aTombstoneIsNull() {
        try (Serde<?> serde = Topics.MODELS.valueSerde(REGISTRY)) {
            assertThat(serde.deserializer().deserialize("rota.models", null)).isNull();
        }
    }
}
