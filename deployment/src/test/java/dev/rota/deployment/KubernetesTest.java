package dev.rota.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.deployment.Manifests.Manifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KubernetesTest {
    static List<Manifest> workloads() {
        return Manifests.all().stream()
                .filter(manifest -> manifest.podSpec().isObject())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void everyContainerIsConfined(Manifest manifest) {
        JsonNode pod = manifest.podSpec();
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(pod.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(pod.path("containers")).isNotEmpty().allSatisfy(container -> {
            assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                    .isTrue();
            assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(container.at("/securityContext/capabilities/drop/0").asText())
                    .isEqualTo("ALL");
            assertThat(container.at("/resources/requests/cpu").asText()).isNotEmpty();
            assertThat(container.at("/resources/requests/memory").asText()).isNotEmpty();
            assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void whatRunsForEverIsProbed(Manifest manifest) {
        if (manifest.kind().equals("Job")) {
            return;
        }
        assertThat(manifest.podSpec().path("containers")).allSatisfy(container -> {
            String port = container.at("/ports/0/name").asText();
            for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                assertThat(container.path(probe).at("/httpGet/port").asText())
                        .as(probe)
                        .isEqualTo(port);
                assertThat(container.path(probe).at("/httpGet/path").asText()).startsWith("/");
            }
        });
    }

    @Test
    void whatRunsMoreThanOnceHasADisruptionBudget() {
        Set<String> guarded = Manifests.all().stream()
                .filter(manifest -> manifest.kind().equals("PodDisruptionBudget"))
                .map(manifest -> manifest.content()
                        .at("/spec/selector/matchLabels/app.kubernetes.io~1name")
                        .asText())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(guarded)
                .isEqualTo(workloads().stream()
                        .filter(manifest ->
                                manifest.content().at("/spec/replicas").asInt() > 1)
                        .map(Manifest::name)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void networkPoliciesAndServicesFindTheirPods(Manifest manifest) {
        JsonNode labels = manifest.content().at("/spec/template/metadata/labels");
        assertThat(labels.path("app.kubernetes.io/part-of").asText()).isEqualTo("rota");
        assertThat(labels.path("app.kubernetes.io/name").asText()).isEqualTo(manifest.name());
    }

    @Test
    void everyFileIsInTheKustomizationBesideIt() throws Exception {
        for (Path file : Manifests.files()) {
            if (!file.endsWith("kustomization.yaml")) {
                continue;
            }
            JsonNode kustomization = Manifests.read(file).getFirst().content();
            Set<String> listed = new TreeSet<>();
            kustomization.path("resources").forEach(resource -> listed.add(resource.asText()));
            kustomization.findValues("files").forEach(list -> list.forEach(each -> listed.add(each.asText())));
            kustomization.findValues("envs").forEach(list -> list.forEach(each -> listed.add(each.asText())));
            assertThat(listed)
                    .allSatisfy(name -> assertThat(file.resolveSibling(name)).exists());
            try (Stream<Path> beside = Files.list(file.toAbsolutePath().getParent())) {
                assertThat(beside.filter(Files::isRegularFile)
                                .map(each -> each.getFileName().toString()))
                        .as(file.toString())
                        .filteredOn(name -> !name.equals("kustomization.yaml"))
                        .allSatisfy(name -> assertThat(listed).contains(name));
            }
        }
    }

    @Test
    void kedaScalesTheTestersByTheirLag() {
        Manifest scaled = Manifests.named("ScaledObject", "tester");
        JsonNode spec = scaled.content().path("spec");
        assertThat(spec.at("/scaleTargetRef/name").asText())
                .isEqualTo(Manifests.named("Deployment", "tester").name());
        assertThat(spec.at("/minReplicaCount").asInt()).isPositive();
        assertThat(spec.at("/maxReplicaCount").asInt())
                .isGreaterThan(spec.at("/minReplicaCount").asInt());
        JsonNode trigger = spec.at("/triggers/0");
        assertThat(trigger.path("type").asText()).isEqualTo("prometheus");
        assertThat(fields(trigger.path("metadata")))
                .containsExactlyInAnyOrder("serverAddress", "query", "threshold", "activationThreshold");
        assertThat(Metrics.unknownIn(trigger.at("/metadata/query").asText())).isEmpty();
    }

    private static Set<String> fields(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
