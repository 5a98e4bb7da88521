package dev.rota.ranking.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.ranking.policyfile.StockPolicies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The topology's shape and names are state: whoever changes them makes every running instance start from an empty
 * changelog, so a change here is to be meant.
 */
class TopologyDescriptionTest {
    @Test
    void theTopologyIsTheOneThatWasAgreedOn() throws IOException {
        String actual = DrivenTopology.topology(StockPolicies.all()).describe().toString();

        try (var golden = Objects.requireNonNull(getClass().getResourceAsStream("/topology.txt"))) {
            assertThat(actual.strip()).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }
}
