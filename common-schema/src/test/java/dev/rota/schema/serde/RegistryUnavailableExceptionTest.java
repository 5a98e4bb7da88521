package dev.rota.schema.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.net.ConnectException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryUnavailableExceptionTest {
    @ParameterizedTest
    @CsvSource({
        "404, 40403, false", // schema not found: the record names an id that nobody registered
        "422, 42201, false", // invalid schema
        "404, 404, true", // another server's "not found": a wrong path
        "404, 0, true",
        "404, 50005, true", // a page instead of JSON
        "401, 401, true",
        "429, 429, true",
        "500, 50001, true",
    })
    void aRefusalSpeaksOfTheRecordOrOfTheRegistry(int status, int code, boolean unavailable) {
        RestClientException refusal = new RestClientException("refused", status, code);

        assertThat(RegistryUnavailableException.isBehind(new SerializationException("no schema", refusal)))
                .isEqualTo(unavailable);
    }

    @Test
    void aRegistryThatIsAwayIsUnavailableAndBrokenBytesAreNot() {
        assertThat(RegistryUnavailableException.isBehind(
                        new SerializationException("no schema", new ConnectException("refused"))))
                .isTrue();
        assertThat(RegistryUnavailableException.isBehind(new SerializationException("Unknown magic byte!")))
                .isFalse();
    }
}
