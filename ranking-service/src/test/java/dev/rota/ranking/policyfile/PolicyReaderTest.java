package dev.rota.ranking.policyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.ranking.Samples;
import dev.rota.ranking.evidence.Evidence;
import dev.rota.ranking.policy.Eligibility;
import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.policy.Price;
import dev.rota.ranking.policy.Spread;
import dev.rota.ranking.policy.Steadiness;
import dev.rota.ranking.standing.Estimator;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyReaderTest {
    @Test
    void aNameIsEnough() {
        Policy policy = PolicyReader.read("mine.yaml", "name: mine");
        assertThat(policy.eligibility()).isEqualTo(Eligibility.DEFAULT);
        assertThat(policy.spread()).isEqualTo(Spread.DEFAULT);
        assertThat(policy.steadiness()).isEqualTo(Steadiness.DEFAULT);
        assertThat(policy.size()).isEqualTo(Policy.DEFAULT_SIZE);
    }

    @Test
    void everyKeyIsRead() {
        Policy policy = PolicyReader.read("mine.yaml", """
                name: mine
                description: words
                order: latencyP50Ms
                size: 3
                eligibility: {price: free, minContextLength: 10, parameters: [tools], inputModalities: [text],
                  outputModalities: [text], catalogues: [openrouter], include: ["*:free"], exclude: ["*/bad*"],
                  minSuccessRate: 0.5, minQuality: 0.25, minObservations: 2, maxLatencyP50: 20s,
                  setAsideAfterFailures: 9, maxAgeOfEvidence: 2d}
                spread: {first: 4, perFamily: 2, perUpstream: 3, fallbackOfOtherFamily: false}
                steadiness: {margin: 0.4, caution: 2, dwell: 1h, unseatAfterFailures: 5, notice: 0.2}
                """);
        assertThat(policy.size()).isEqualTo(3);
        assertThat(policy.eligibility().price()).isEqualTo(Price.FREE);
        assertThat(policy.eligibility().maxLatencyP50()).isEqualTo(Duration.ofSeconds(20));
        assertThat(policy.spread()).isEqualTo(new Spread(4, 2, 3, false));
        assertThat(policy.steadiness()).isEqualTo(new Steadiness(0.4, 2, Duration.ofHours(1), 5, 0.2));
    }

    @Test
    void allProblemsAreToldAtOnceWithLinesAndTheNearestKey() {
        String yaml = """
                name: Mine!
                order: expectedTimeToSucess
                siez: 3
                eligibility:
                  minSuccessRate: 7
                  price: cheap
                steadiness:
                  dwell: soon
                """;
        assertThatThrownBy(() -> PolicyReader.read("mine.yaml", yaml))
                .asInstanceOf(InstanceOfAssertFactories.type(PolicyException.class))
                .extracting(PolicyException::problems, InstanceOfAssertFactories.list(String.class))
                .anyMatch(problem -> problem.startsWith("line 1: name"))
                .anyMatch(problem ->
                        problem.startsWith("line 2: order") && problem.contains("\"expectedTimeToSuccessMs\"?"))
                .anyMatch(problem -> problem.startsWith("line 3: ") && problem.contains("\"size\"?"))
                .anyMatch(problem ->
                        problem.startsWith("line 5: eligibility.minSuccessRate must be a number from 0 to 1"))
                .anyMatch(problem -> problem.startsWith("line 6: eligibility.price must be free"))
                .anyMatch(problem -> problem.startsWith("line 8: steadiness.dwell"))
                .hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({"'', empty", "'[1, 2]', keys", "'name: [a', line 1"})
    void whatIsNoPolicyIsRefusedInWords(String yaml, String expected) {
        assertThatThrownBy(() -> PolicyReader.read("mine.yaml", yaml)).hasMessageContaining(expected);
    }

    @Test
    void theStockPoliciesAreFineAndDiffer() {
        List<Policy> policies = StockPolicies.all();
        assertThat(policies).extracting(Policy::name).containsExactlyElementsOf(StockPolicies.names());
        assertThat(policies).extracting(Policy::hash).doesNotHaveDuplicates();
        assertThat(StockPolicies.named("fast")).isEmpty();
    }

    @Test
    void theHashIsOfTheContentAndNotOfTheDescription() {
        Policy one = PolicyReader.read("a", "name: mine\neligibility: {parameters: [tools, seed]}");
        Policy same = PolicyReader.read("b", "description: hm\nname: mine\neligibility: {parameters: [seed, tools]}");
        Policy other = PolicyReader.read("c", "name: mine\nsize: 5");
        assertThat(one.hash()).isEqualTo(same.hash()).isNotEqualTo(other.hash()).hasSize(16);
    }

    @Test
    void noStockPolicyOrdersBelowNothingForALeadIsAShareOfTheValue() {
        Evidence perfect = Evidence.empty();
        for (int i = 0; i < 50; i++) {
            perfect = perfect.with(Samples.success(Samples.model("a/best"), Samples.START.plusSeconds(60L * i), 200));
        }
        var best =
                Estimator.standard().standing(Samples.model("a/best"), perfect, null, Samples.START.plusSeconds(3_000));
        assertThat(StockPolicies.all())
                .allSatisfy(policy -> assertThat(policy.order().of(best)).isPositive());
    }
}
