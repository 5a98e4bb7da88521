package dev.rota.ranking.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.domain.result.TestResult;
import dev.rota.ranking.Samples;
import dev.rota.ranking.evidence.Evidence;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreparedEvidenceTest {
    private static final TaskNorms NORMS = new TaskNorms(Map.of("task-1", 0.4, "coding/task-2", -1.3));

    private final Estimator estimator = Estimator.standard();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 30, 300, 900})
    void howOftenAndInWhatOrderItIsAskedChangesNoFigure(int count) {
        Random random = new Random(count);
        for (int round = 0; round < 20; round++) {
            Evidence evidence = Evidence.empty();
            for (TestResult result : Samples.any(random, count)) {
                evidence = evidence.with(result);
            }
            PreparedEvidence prepared = estimator.prepare(evidence, NORMS);
            for (int look = 0; look < 10; look++) {
                Instant at = Samples.START.plusSeconds(random.nextInt(90 * 86_400));
                assertThat(estimator.standing(Samples.MODEL, prepared, null, at))
                        .isEqualTo(estimator.standing(Samples.MODEL, evidence, null, at, NORMS));
            }
        }
    }
}
