package dev.rota.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.embedded.EmbeddedKafka;
import dev.rota.embedded.EmbeddedKafkaConfig;
import io.confluent.kafka.schemaregistry.client.rest.RestService;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Passwords; TLS is shown where all of Rota runs secured. */
@Timeout(120)
class RegistryAccessIT {

    @Test
    void onlyThoseWithAPasswordComeIn(@TempDir Path directory) throws Exception {
        RegistryAccess access = new RegistryAccess(Optional.empty(), "", Map.of("writer", "w-secret", "reader", "r"));
        try (EmbeddedKafka kafka =
                new EmbeddedKafka(new EmbeddedKafkaConfig(directory, EmbeddedKafkaConfig.ANY_PORT))) {
            kafka.start();
            try (SchemaRegistry registry =
                    new SchemaRegistry(new SchemaRegistryConfig(kafka.bootstrapServers(), 0).withAccess(access))) {
                registry.start();

                assertThat(client(registry, "writer:w-secret").registerSchema("\"string\"", "mine"))
                        .isPositive();
                assertThat(client(registry, "reader:r").getAllSubjects()).containsExactly("mine");
                for (String wrong : new String[] {"writer:r", "nobody:w-secret", "writer:"}) {
                    assertThatThrownBy(() -> client(registry, wrong).getAllSubjects())
                            .isInstanceOfSatisfying(
                                    RestClientException.class,
                                    e -> assertThat(e.getStatus()).isEqualTo(401))
                            .hasMessageContaining("asks for a user and a password");
                }
                assertThatThrownBy(() -> new RestService(registry.url()).getAllSubjects())
                        .isInstanceOf(RestClientException.class);
            }
        }
    }

    @Test
    void passwordsAreNotShown() {
        assertThat(new RegistryAccess(Optional.empty(), "store", Map.of("me", "s3cret")).toString())
                .contains("me")
                .doesNotContain("s3cret", "store\"");
    }

    @Test
    void aUserWithoutAPasswordIsRefused() {
        assertThatThrownBy(() -> new RegistryAccess(Optional.empty(), "", Map.of("me", " ")))
                .hasMessageContaining("me needs a password");
    }

    private static RestService client(SchemaRegistry registry, String user) {
        RestService client = new RestService(registry.url());
        client.setHttpHeaders(Map.of(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8))));
        return client;
    }
}
