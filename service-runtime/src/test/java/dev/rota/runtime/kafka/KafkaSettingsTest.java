package dev.rota.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.runtime.config.ConfigException;
import dev.rota.runtime.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaSettingsTest {
    @TempDir
    Path directory;

    @Test
    void everythingBelowKafkaReachesTheClient() {
        Settings settings = Settings.load(
                null,
                Map.of("ROTA_KAFKA_SECURITY_PROTOCOL", "SASL_SSL", "ROTA_SCHEMA_REGISTRY_URL", "https://r:1"),
                Map.of("schema.registry.ssl.truststore.location", "/t.p12"));
        KafkaSettings kafka = KafkaSettings.read(settings);

        assertThat(kafka.client()).containsEntry("security.protocol", "SASL_SSL");
        assertThat(kafka.registry())
                .containsEntry("schema.registry.url", "https://r:1")
                .containsEntry("schema.registry.ssl.truststore.location", "/t.p12");
    }

    @Test
    void aSecretMayStandInAFileAndIsNotShown() throws IOException {
        Path jaas = Files.writeString(directory.resolve("jaas"), "Login required password=\"s3cret\";\n");
        Path user = Files.writeString(directory.resolve("user"), "me:s3cret\n");
        Settings settings = Settings.load(
                null,
                Map.of("ROTA_KAFKA_SASL_JAAS_CONFIG_FILE", jaas.toString()),
                Map.of("schema.registry.basic.auth.user.info.file", user.toString()));
        KafkaSettings kafka = KafkaSettings.read(settings);

        assertThat(kafka.client())
                .containsEntry("sasl.jaas.config", "Login required password=\"s3cret\";")
                .doesNotContainKey("sasl.jaas.config.file");
        assertThat(kafka.registry()).containsEntry("basic.auth.user.info", "me:s3cret");
        assertThat(settings.effective().toString()).contains(jaas.toString()).doesNotContain("s3cret");
    }

    @Test
    void aFileThatIsNoSecretsStaysWhatItIs() {
        Settings settings = Settings.load(null, Map.of(), Map.of("kafka.my.own.file", "/f"));

        assertThat(KafkaSettings.read(settings).client()).containsEntry("my.own.file", "/f");
    }

    @Test
    void aSecretsFileThatIsMissingIsNamed() {
        Settings settings = Settings.load(null, Map.of(), Map.of("kafka.ssl.key.password.file", "/none"));

        assertThatThrownBy(() -> KafkaSettings.read(settings))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("kafka.ssl.key.password.file: /none cannot be read");
    }
}
