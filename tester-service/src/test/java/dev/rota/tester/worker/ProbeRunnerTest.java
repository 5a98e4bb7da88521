package dev.rota.tester.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.result.Failure;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.TestResult;
import dev.rota.provider.Ending;
import dev.rota.provider.Headers;
import dev.rota.provider.judge.Timing;
import dev.rota.provider.judge.Tokens;
import dev.rota.provider.judge.Transcript;
import dev.rota.provider.limit.AccountLimit;
import dev.rota.provider.limit.LimitScope;
import dev.rota.tester.Fakes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProbeRunnerTest {
    private static final Instant NOW = Instant.parse("2026-11-23T21:00:00Z");
    private static final ModelId MODEL = ModelId.parse("here/a/b:free");
    private static final String MINUTE = "Rate limit exceeded: free-models-per-min. Please try again in 30s.";
    private static final String DAY = "Rate limit exceeded: free-models-per-day.";

    private final VirtualTime time = new VirtualTime(NOW);
    private final Pauses pauses = new Pauses(Duration.ofSeconds(10), new Random(7));
    private final Deque<ModelCalls.Call> script = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final List<TestResult> results = new ArrayList<>();

    @Test
    void everyTaskHasOneResultInOrder() {
        assertThat(run("two", made("fine"), made("fine"))).isEqualTo(new ProbeEnd.Finished());
        assertThat(asked).containsExactly("one", "other");
        assertThat(results).extracting(TestResult::task).containsExactly("one", "other");
        TestResult first = results.getFirst();
        assertThat(first.resultId()).isEqualTo(ResultIds.of("p1", "one", 1));
        assertThat(first.succeeded()).isTrue();
        assertThat(first.quality()).isEqualTo(1);
        assertThat(first.latencyMs()).isEqualTo(300);
        assertThat(first.firstTokenMs()).isEqualTo(100);
        assertThat(first.outputTokens()).isEqualTo(21);
        assertThat(first.worker()).isEqualTo("me");
    }

    @Test
    void theSameProbeGivesTheSameIdsAgain() {
        run("two", made("fine"), made("fine"));
        List<String> ids = results.stream().map(TestResult::resultId).toList();
        results.clear();
        run("two", made("fine"), failed(500, "{\"error\":{\"message\":\"boom\"}}"));
        assertThat(results).extracting(TestResult::resultId).isEqualTo(ids);
    }

    @Test
    void aSingleTaskCanBeChosen() {
        run("two#other", made("fine"));
        assertThat(asked).containsExactly("other");
    }

    @Test
    void anUnknownSuiteOrTaskIsOurFaultAndCallsNobody() {
        run("nine");
        run("two#three");
        assertThat(asked).isEmpty();
        assertThat(results)
                .hasSize(2)
                .allSatisfy(result -> assertThat(kind(result)).isEqualTo(FailureKind.BAD_REQUEST));
        assertThat(String.valueOf(failure(results.getFirst()).message()))
                .contains("\"nine\"")
                .contains("two");
    }

    @Test
    void aModelsFailureIsAResultAndNotTriedAgain() {
        assertThat(run("two#one", failed(503, ""))).isEqualTo(new ProbeEnd.Finished());
        assertThat(results).singleElement().satisfies(r -> assertThat(kind(r)).isEqualTo(FailureKind.OVERLOADED));
    }

    @Test
    void aRefusedCallIsAResult() {
        Failure refusal = Failure.of(FailureKind.UNAUTHORIZED, "no key");
        run("two#one", new ModelCalls.Call.Refused(refusal));
        assertThat(failure(results.getFirst())).isEqualTo(refusal);
    }

    @Test
    void aKeptConnectionThatWasClosedGetsASecondAttemptOfItsOwn() {
        run("two#one", ended(Ending.STALE_CONNECTION), made("fine"));
        assertThat(results)
                .extracting(TestResult::resultId)
                .containsExactly(ResultIds.of("p1", "one", 1), ResultIds.of("p1", "one", 2));
        assertThat(kind(results.getFirst())).isEqualTo(FailureKind.CONNECTION);
        run("two#one", ended(Ending.STALE_CONNECTION), ended(Ending.STALE_CONNECTION));
        assertThat(asked).hasSize(4);
    }

    @Test
    void aMinutesLimitIsWaitedForAndTheAttemptIsStillTheFirst() {
        assertThat(run("two#one", failed(429, MINUTE), made("fine"))).isEqualTo(new ProbeEnd.Finished());
        assertThat(time.slept())
                .singleElement()
                .satisfies(slept -> assertThat(slept).isBetween(Duration.ofSeconds(30), Duration.ofMillis(37_500)));
        assertThat(results).hasSize(2);
        assertThat(kind(results.getFirst())).isEqualTo(FailureKind.ACCOUNT_MINUTE_LIMIT);
        assertThat(results.getLast().resultId()).isEqualTo(ResultIds.of("p1", "one", 1));
    }

    @Test
    void aPauseNotedByAnotherSlotIsWaitedForBeforeTheFirstCall() {
        pauses.limited("here", new AccountLimit(LimitScope.MINUTE, NOW.plusSeconds(20), null));
        run("two#one", made("fine"));
        assertThat(time.slept()).hasSize(1);
        pauses.limited("there", new AccountLimit(LimitScope.MINUTE, NOW.plusSeconds(200), null));
        run("two#one", made("fine"));
        assertThat(time.slept()).hasSize(1);
    }

    @Test
    void onTheDaysLimitTheProbeGoesBackWithWhatIsDone() {
        ProbeEnd end = run("two", made("fine"), failed(429, DAY));
        assertThat(end).isInstanceOfSatisfying(ProbeEnd.PutBack.class, back -> {
            assertThat(back.done()).containsExactly("one");
            assertThat(back.until()).isAfterOrEqualTo(Instant.parse("2026-11-24T00:00:00Z"));
        });
        assertThat(results.getLast().resultId()).isNotEqualTo(ResultIds.of("p1", "other", 1));
        asked.clear();
        script.addAll(List.of(made("fine")));
        time.sleep(Duration.ofHours(4));
        runner(Duration.ofMinutes(2)).run(probe("two"), Set.of("one"), report -> results.add(report.result()));
        assertThat(asked).containsExactly("other");
        assertThat(results.getLast().resultId()).isEqualTo(ResultIds.of("p1", "other", 1));
    }

    @Test
    void aProviderWhoseLimitNeverEndsIsLeftAloneForAWhile() {
        ProbeEnd end =
                run("two#one", failed(429, MINUTE), failed(429, MINUTE), failed(429, MINUTE), failed(429, MINUTE));
        assertThat(end).isInstanceOf(ProbeEnd.PutBack.class);
    }

    @Test
    void withoutHoldingALimitIsAResultLikeAnyOther() {
        script.addAll(List.of(failed(429, DAY), made("fine")));
        ProbeEnd end = runner(Duration.ZERO).run(probe("two"), report -> results.add(report.result()));
        assertThat(end).isEqualTo(new ProbeEnd.Finished());
        assertThat(results).hasSize(2);
    }

    @Test
    void aCancelledCallGivesTheProbeBack() {
        assertThat(run("two", made("fine"), ended(Ending.CANCELLED)))
                .isEqualTo(new ProbeEnd.Interrupted(Set.of("one")));
        assertThat(results).hasSize(1);
    }

    @Test
    void anAnswerThatWasCutCountsOnlyIfNothingIsMissing() {
        run("two#one", new ModelCalls.Call.Made(chat("fine", "length")));
        assertThat(results.getFirst().succeeded()).isTrue();
        run("two#one", new ModelCalls.Call.Made(chat("", "length")));
        assertThat(kind(results.getLast())).isEqualTo(FailureKind.TRUNCATED);
    }

    private ProbeEnd run(String suite, ModelCalls.Call... calls) {
        script.addAll(Arrays.asList(calls));
        return runner(Duration.ofMinutes(2)).run(probe(suite), report -> results.add(report.result()));
    }

    private ProbeRunner runner(Duration hold) {
        ModelCalls calls = (_, task, _) -> {
            asked.add(task.name());
            return script.removeFirst();
        };
        return new ProbeRunner(Fakes.library(), Fakes.GRADING, calls, pauses, time, time, "me", hold);
    }

    private static ModelFound probe(String suite) {
        return Fakes.probe("p1", MODEL, suite);
    }

    private static ModelCalls.Call made(String text) {
        return new ModelCalls.Call.Made(chat(text, "stop"));
    }

    private static Transcript chat(String text, String finish) {
        return transcript(Ending.COMPLETE, 200, text, finish, null);
    }

    private static ModelCalls.Call failed(int status, String error) {
        return new ModelCalls.Call.Made(transcript(Ending.COMPLETE, status, "", null, error));
    }

    private static ModelCalls.Call ended(Ending ending) {
        return new ModelCalls.Call.Made(transcript(ending, 0, "", null, null));
    }

    private static Transcript transcript(
            Ending ending, int status, String text, @Nullable String finish, @Nullable String error) {
        return new Transcript(
                ending,
                "",
                status,
                Headers.none(),
                Transcript.Form.STREAM,
                text,
                "",
                List.of(),
                finish,
                finish != null,
                0,
                error,
                new Timing(NOW, 5_000_000, text.isEmpty() ? null : 100_000_000L, null, 300_000_000),
                text.isEmpty() ? null : new Tokens(10, 21, 0, false));
    }

    private static Failure failure(TestResult result) {
        Failure failure = result.failure();
        assertThat(failure).isNotNull();
        return Objects.requireNonNull(failure);
    }

    private static FailureKind kind(TestResult result) {
        return failure(result).kind();
    }
}
