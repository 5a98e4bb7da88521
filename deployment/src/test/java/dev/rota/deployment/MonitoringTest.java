package dev.rota.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MonitoringTest {
    private static final Path DASHBOARD = Manifests.DEPLOY.resolve(Path.of("grafana", "rota.json"));
    private static final Path RULES = Manifests.DEPLOY.resolve(Path.of("prometheus", "rota-rules.yaml"));
    private static final Path HANDBOOK = Path.of("..", "docs", "operations.md");

    @Test
    void theCodeRegistersWhatItIsThoughtTo() {
        assertThat(Metrics.known())
                .contains(
                        "rota_tester_group_lag",
                        "rota_rotation_stale",
                        "rota_model_success_rate",
                        "rota_ranking_lag_records");
        assertThat(Metrics.unknownIn("rate(rota_tester_latency_seconds_sum[5m]) / rota_invented"))
                .containsExactly("rota_invented");
    }

    @Test
    void everyPanelAsksForMetricsThatExist() throws IOException {
        JsonNode dashboard = new ObjectMapper().readTree(Files.readString(DASHBOARD));
        Set<Integer> ids = new HashSet<>();
        assertThat(dashboard.path("panels")).isNotEmpty().allSatisfy(panel -> {
            assertThat(ids.add(panel.path("id").asInt())).isTrue();
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(panel.path("gridPos").path("w").asInt()).isBetween(1, 24);
            assertThat(panel.path("targets"))
                    .isNotEmpty()
                    .allSatisfy(target -> assertThat(
                                    Metrics.unknownIn(target.path("expr").asText()))
                            .isEmpty());
        });
    }

    @Test
    void everyRuleAsksForMetricsThatExistAndSaysWhatToDo() throws IOException {
        List<JsonNode> rules = rules();
        String handbook = Files.readString(HANDBOOK);
        assertThat(rules).isNotEmpty().allSatisfy(rule -> {
            assertThat(Metrics.unknownIn(rule.path("expr").asText())).isEmpty();
            assertThat(rule.path("for").asText()).matches("[0-9]+[smh]");
            assertThat(rule.at("/labels/severity").asText()).isIn("page", "ticket");
            assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
            assertThat(handbook).contains("`" + rule.path("alert").asText() + "`");
        });
        assertThat(rules.stream().map(rule -> rule.path("alert").asText())).doesNotHaveDuplicates();
    }

    private static List<JsonNode> rules() throws IOException {
        List<JsonNode> rules = new ArrayList<>();
        JsonNode file = new YAMLMapper().readTree(Files.readString(RULES));
        file.path("groups").forEach(group -> group.path("rules").forEach(rules::add));
        return rules;
    }
}
