package dev.rota.ranking.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.domain.result.TestResult;
import dev.rota.domain.standing.Standing;
import dev.rota.ranking.Samples;
import dev.rota.ranking.standing.Estimator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidencePropertyTest {
    private static final Instant NOW = Samples.START.plusSeconds(50 * 86_400);
    private static final int[] COUNTS = {1, 7, 60, 900};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void anyOrderGivesTheVerySameStanding(long seed) {
        Random random = new Random(seed);
        for (int count : COUNTS) {
            List<TestResult> results = Samples.any(random, count);
            Standing expected = standing(fold(Evidence.empty(), results));
            for (int round = 0; round < 5; round++) {
                Collections.shuffle(results, random);
                assertThat(standing(fold(Evidence.empty(), results))).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void duplicatesChangeNothingHoweverLate(long seed) {
        Random random = new Random(seed);
        for (int count : COUNTS) {
            List<TestResult> results = Samples.any(random, count);
            Evidence once = fold(Evidence.empty(), results);
            List<TestResult> again = new ArrayList<>(results);
            again.addAll(results.subList(0, results.size() / 2));
            Collections.shuffle(again, random);
            assertThat(standing(fold(Evidence.empty(), again))).isEqualTo(standing(once));
            assertThat(fold(once, results)).isSameAs(once);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25})
    void anySplitIntoRestartsGivesTheVerySameStanding(long seed) {
        Random random = new Random(seed);
        for (int count : COUNTS) {
            List<TestResult> results = Samples.any(random, count);
            Standing expected = standing(fold(Evidence.empty(), results));
            Map<Integer, Chunk> changelog = new HashMap<>();
            Evidence evidence = Evidence.empty();
            Evidence written = evidence;
            for (TestResult result : results) {
                evidence = evidence.with(result);
                if (random.nextInt(20) == 0) {
                    write(changelog, written, evidence);
                    evidence = EvidenceCodec.assemble(changelog.values());
                    written = evidence;
                }
            }
            assertThat(standing(evidence)).isEqualTo(expected);
            assertThat(standing(EvidenceCodec.decode(EvidenceCodec.encode(evidence))))
                    .isEqualTo(expected);
        }
    }

    private static void write(Map<Integer, Chunk> changelog, Evidence before, Evidence after) {
        for (Chunk chunk : EvidenceCodec.changes(before, after)) {
            if (chunk.bytes() == null) {
                changelog.remove(chunk.name());
            } else {
                changelog.put(chunk.name(), chunk);
            }
        }
    }

    private static Evidence fold(Evidence start, List<TestResult> results) {
        Evidence evidence = start;
        for (TestResult result : results) {
            evidence = evidence.with(result);
        }
        return evidence;
    }

    private static Standing standing(Evidence evidence) {
        return Estimator.standard().standing(Samples.MODEL, evidence, null, NOW);
    }
}
