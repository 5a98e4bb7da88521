package dev.rota.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.deployment.Manifests.Manifest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedSchemasTest {
    /** KEDA's is asked by its own package, in {@code .ci/kubernetes}. */
    static List<Manifest> manifests() {
        return Manifests.all().stream()
                .filter(manifest -> !manifest.apiVersion().startsWith("keda.sh/"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void everyManifestKeepsThePublishedSchema(Manifest manifest) {
        assertThatCode(() -> PublishedSchemas.keptBy(manifest.content())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "Deployment, tester, replicas, replicaz",
        "Deployment, tester, readinessProbe, readynessProbe",
        "StatefulSet, ranking, volumeClaimTemplates, volumeClaims",
        "NetworkPolicy, providers, cidr, range",
        "Kafka, rota, entityOperator, entityOperators",
        "Kafka, rota, userOperator, usersOperator",
        "KafkaNodePool, brokers, volumes, disks",
        "KafkaUser, rota-tester, patternType, pattern",
        "KafkaUser, rota-tester, acls, rules",
    })
    void aFieldThatIsNotInTheSchemaIsRefused(String kind, String name, String field, String other) {
        JsonNode broken = edited(kind, name, "\"" + field + "\"", "\"" + other + "\"");
        assertThatThrownBy(() -> PublishedSchemas.keptBy(broken)).hasMessageContaining(other);
    }

    @Test
    void aFieldThatIsMissingIsRefused() {
        JsonNode broken = edited("Deployment", "tester", "\"selector\"", "\"paused\"");
        assertThatThrownBy(() -> PublishedSchemas.keptBy(broken)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Kafka, rota, 9093, '\"tls\"'",
        "Kafka, rota, '\"scram-sha-512\"', '\"scram\"'",
        "KafkaUser, rota-tester, '\"Read\"', '\"Reed\"'",
        "KafkaUser, rota-tester, '\"group\"', '\"flock\"'",
        "KafkaNodePool, brokers, '\"broker\"', '\"brocker\"'",
    })
    void aValueOfAnotherTypeIsRefused(String kind, String name, String value, String other) {
        JsonNode broken = edited(kind, name, value, other);
        assertThatThrownBy(() -> PublishedSchemas.keptBy(broken)).hasMessageContaining(other.replace("\"", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/simulator", "strimzi", "keda"})
    void whatKustomizeMakesOfADirectoryKeepsThem(String directory) {
        Kustomize kustomize = Kustomize.orSkip();
        List<Manifest> built = kustomize.build(directory);
        assertThat(built).isNotEmpty().allSatisfy(manifest -> {
            if (!manifest.apiVersion().startsWith("keda.sh/")) {
                PublishedSchemas.keptBy(manifest.content());
            }
        });
        Set<String> images = built.stream()
                .flatMap(manifest -> manifest.podSpec().findValues("image").stream())
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        assertThat(images).allSatisfy(image -> assertThat(image).isEqualTo("rota:latest"));
    }

    @Test
    void whatAWorkloadTakesFromAConfigMapIsMadeByKustomize() {
        List<Manifest> built = Kustomize.orSkip().build("overlays/simulator");
        Set<String> made = built.stream()
                .filter(manifest -> manifest.kind().equals("ConfigMap"))
                .map(Manifest::name)
                .collect(Collectors.toSet());
        assertThat(built).filteredOn(manifest -> manifest.podSpec().isObject()).allSatisfy(manifest -> {
            assertThat(made)
                    .containsAll(manifest.podSpec().findValues("configMapRef").stream()
                            .map(map -> map.path("name").asText())
                            .toList())
                    .containsAll(manifest.podSpec().findValues("configMap").stream()
                            .map(map -> map.path("name").asText())
                            .toList());
        });
    }

    private static JsonNode edited(String kind, String name, String from, String to) {
        String text = Manifests.named(kind, name).content().toString();
        assertThat(text).contains(from);
        try {
            return new ObjectMapper().readTree(text.replace(from, to));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
