package dev.rota.ranking.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.domain.result.TestResult;
import dev.rota.ranking.Samples;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A builder makes what results make one by one, down to the block, whenever it is asked. */
class EvidenceBuilderTest {
    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34, 35})
    void inTheOrderOfTime(long seed) {
        Random random = new Random(seed);
        List<TestResult> results = sorted(random);
        sameAsOneByOne(results, random);
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44, 45})
    void almostInTheOrderOfTime(long seed) {
        Random random = new Random(seed);
        List<TestResult> results = sorted(random);
        for (int swap = 0; swap < 100; swap++) {
            int at = random.nextInt(results.size() - 20);
            Collections.swap(results, at, at + random.nextInt(20));
        }
        results.addAll(
                random.nextInt(results.size()), results.subList(0, 50).stream().toList());
        sameAsOneByOne(results, random);
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53, 54, 55})
    void inAnyOrder(long seed) {
        Random random = new Random(seed);
        sameAsOneByOne(Samples.any(random, 1_000), random);
    }

    private static List<TestResult> sorted(Random random) {
        List<TestResult> results = Samples.any(random, 2_000);
        results.sort(Comparator.comparing(TestResult::startedAt));
        return results;
    }

    private static void sameAsOneByOne(List<TestResult> results, Random random) {
        ResultLog log = new ResultLog();
        results.forEach(log::add);
        EvidenceBuilder builder = new EvidenceBuilder(log);
        Evidence oneByOne = Evidence.empty();
        for (int i = 0; i < results.size(); i++) {
            Evidence before = oneByOne;
            oneByOne = before.with(results.get(i));
            assertThat(builder.add(i)).isEqualTo(oneByOne != before);
            assertThat(builder.counted()).isEqualTo(oneByOne.counted());
            if (i == results.size() - 1 || random.nextInt(70) == 0) {
                assertThat(EvidenceCodec.encode(builder.build())).isEqualTo(EvidenceCodec.encode(oneByOne));
                assertThat(builder.build().tests.sameSerials(oneByOne.tests)).isTrue();
            }
        }
    }
}
