package dev.rota.ranking.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.TestResult;
import dev.rota.ranking.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ResultLogTest {
    private static final int PART = 3_000;

    /** More than one chunk of memory holds, with parts that lie across two of them. */
    private final List<TestResult> results = Samples.any(new Random(61), 10 * PART + 1).stream()
            .map(result -> of(Samples.model("acme/model-" + result.latencyMs() % 50), result))
            .toList();

    @Test
    void partsFilledByManyThreadsMakeTheLogThatResultsMakeOneByOne() throws Exception {
        ResultLog oneByOne = new ResultLog();
        results.forEach(oneByOne::add);
        ResultLog inParts = new ResultLog();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<ResultLog.Part>> parts = new ArrayList<>();
            for (int from = 0; from < results.size(); from += PART) {
                List<TestResult> some = results.subList(from, Math.min(from + PART, results.size()));
                parts.add(threads.submit(() -> filled(inParts.part(), some)));
            }
            for (Future<ResultLog.Part> part : parts) {
                inParts.append(part.get());
            }
        }

        assertThat(inParts.size()).isEqualTo(results.size());
        assertThat(inParts.models()).isEqualTo(oneByOne.models()).isEqualTo(50);
        for (int i = 0; i < results.size(); i++) {
            assertThat(told(inParts, i)).isEqualTo(told(oneByOne, i));
        }
    }

    @Test
    void whatIsToldOfAResultIsWhatEvidenceKeeps() {
        ResultLog log = new ResultLog();
        results.forEach(log::add);
        for (int i = 0; i < results.size(); i++) {
            TestResult result = results.get(i);
            assertThat(told(log, i))
                    .containsExactly(
                            result.model(),
                            TaskTable.name(result.suite(), result.task()),
                            result.succeeded(),
                            Evidence.lane(result),
                            Hashes.of(result.resultId()),
                            result.startedAt().toEpochMilli(),
                            Packed.timing(result),
                            Packed.verdict(result, 0));
        }
    }

    @Test
    void modelsAreToldApartByTheirNumbers() {
        ResultLog log = new ResultLog();
        results.forEach(log::add);
        for (int i = 1; i < results.size(); i++) {
            assertThat(log.modelNumber(i) == log.modelNumber(i - 1))
                    .isEqualTo(results.get(i).model().equals(results.get(i - 1).model()));
            assertThat(log.modelNumber(i)).isBetween(0, log.models() - 1);
        }
    }

    @Test
    void aPartOfAnotherLogIsRefused() {
        ResultLog.Part part = filled(new ResultLog().part(), results.subList(0, 3));
        ResultLog log = new ResultLog();
        assertThatThrownBy(() -> log.append(part))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another log");
        assertThat(log.size()).isZero();
    }

    private static TestResult of(ModelId model, TestResult result) {
        return new TestResult(
                result.resultId(),
                result.probeId(),
                model,
                result.source(),
                result.suite(),
                result.task(),
                result.startedAt(),
                result.outcome(),
                result.latencyMs(),
                result.firstTokenMs(),
                result.outputTokens(),
                result.worker());
    }

    private static ResultLog.Part filled(ResultLog.Part part, List<TestResult> some) {
        some.forEach(part::add);
        return part;
    }

    private static List<Object> told(ResultLog log, int i) {
        return List.of(
                log.model(i),
                log.task(i),
                log.succeeded(i),
                log.lane(i),
                log.id(i),
                log.startedAt(i),
                log.timing(i),
                log.verdict(i));
    }
}
