package dev.rota.launcher.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.Outcome;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import dev.rota.domain.standing.Standing;
import dev.rota.launcher.terminal.Terminal;
import dev.rota.ranking.evidence.Evidence;
import dev.rota.ranking.explain.Explanation;
import dev.rota.ranking.explain.Published;
import dev.rota.ranking.policyfile.StockPolicies;
import dev.rota.ranking.standing.Estimator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final Instant AT = Instant.parse("2026-05-01T10:00:00Z");
    private static final ModelId MODEL = ModelId.parse("openrouter/meta-llama/llama");

    private final Standing standing = Estimator.standard().standing(MODEL, evidence(), null, AT);
    private final List<Explanation> explanations =
            new Published(List.of(standing), Map.of(), Map.of()).explain(StockPolicies.all(), MODEL);

    @Test
    void aPersonReadsTheIndexTheTasksAndEachRotation() {
        String text = text(standing);
        assertThat(text)
                .startsWith("openrouter/meta-llama/llama\n")
                .contains("Expected time to success", "20 results count", "standard/json", "speed: not in the rotation")
                .contains(
                        "quality: not in the rotation", "Newest result 60 s ago", "1 of 1 by expectedTimeToSuccessMs");
    }

    @Test
    void aModelWithoutEvidenceIsExplainedToo() {
        assertThat(ExplanationText.lines(MODEL, null, explanations(ModelId.parse("x/y")), AT, plain()))
                .contains("speed: not in the rotation, no place in the order");
        assertThat(ExplanationJson.write(MODEL, null, List.of()))
                .isEqualTo(
                        "{\"model\":\"openrouter/meta-llama/llama\",\"standing\":null,\"figures\":[],\"rotations\":[]}");
    }

    @Test
    void aProgramReadsTheSame() throws Exception {
        JsonNode json = new ObjectMapper().readTree(ExplanationJson.write(MODEL, standing, explanations));
        assertThat(json.get("model").asText()).isEqualTo(MODEL.toString());
        assertThat(json.at("/standing/observations").asInt()).isEqualTo(20);
        assertThat(json.get("figures").size()).isGreaterThan(1);
        assertThat(json.get("rotations").size()).isEqualTo(StockPolicies.names().size());
        JsonNode speed = json.at("/rotations/0");
        assertThat(speed.get("rotation").asText()).isEqualTo("speed");
        assertThat(speed.get("position").isNull()).isTrue();
        assertThat(speed.get("rank").asInt()).isEqualTo(1);
        assertThat(speed.get("value").asDouble()).isEqualTo(standing.expectedTimeToSuccessMs());
    }

    private String text(Standing of) {
        return String.join("\n", ExplanationText.lines(MODEL, of, explanations, AT.plusSeconds(60), plain()));
    }

    private List<Explanation> explanations(ModelId model) {
        return new Published(List.of(standing), Map.of(), Map.of()).explain(StockPolicies.all(), model);
    }

    private static Terminal plain() {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        return new Terminal(nowhere, nowhere, false, false);
    }

    private static Evidence evidence() {
        Evidence evidence = Evidence.empty();
        for (int i = 0; i < 20; i++) {
            evidence = evidence.with(new TestResult(
                    "r" + i,
                    null,
                    MODEL,
                    Source.PROBE,
                    "standard",
                    "json",
                    AT.minusSeconds(30L * i),
                    new Outcome.Success(0.8),
                    900 + i,
                    null,
                    null,
                    null));
        }
        return evidence;
    }
}
