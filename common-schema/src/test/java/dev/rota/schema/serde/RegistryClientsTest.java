package dev.rota.schema.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryClientsTest {
    private static final String URL = "schema.registry.url";

    @Test
    void plainHttpNeedsNoCertificates() throws Exception {
        try (var client = RegistryClients.plain(Map.of(
                URL,
                "http://127.0.0.1:1, http://localhost:1",
                "basic.auth.credentials.source",
                "USER_INFO",
                "basic.auth.user.info",
                "user:password"))) {
            assertThat(client).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://registry:8081", "http://a:1,https://b:1", "mock://tests", ""})
    void otherAddressesAreTheUsualClientsAffair(String url) {
        assertThat(RegistryClients.plain(Map.of(URL, url))).isNull();
    }

    @Test
    void soAreSettingsThatOnlyTheUsualClientKnows() {
        assertThat(RegistryClients.plain(
                        Map.of(URL, "http://127.0.0.1:1", "schema.registry.ssl.truststore.location", "trust.jks")))
                .isNull();
        assertThat(RegistryClients.plain(Map.of(URL, "http://127.0.0.1:1", "request.header.X-Tenant", "a")))
                .isNull();
    }
}
