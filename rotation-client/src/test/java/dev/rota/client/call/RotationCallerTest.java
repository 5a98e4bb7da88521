package dev.rota.client.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.client.Backoff;
import dev.rota.client.Samples;
import dev.rota.domain.result.Failure;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import dev.rota.domain.rotation.Rotation;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RotationCallerTest {
    private static final Duration STEP = Duration.ofMillis(100);

    private final List<TestResult> reported = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final List<Long> sleptMs = new ArrayList<>();
    private final Deque<@Nullable Failure> script = new ArrayDeque<>();
    private Rotation rotation = Samples.rotation("speed", 1, "x", "y", "z");
    private long nanos = 1;
    private boolean begins;

    private final CallPolicy policy =
            new CallPolicy(Duration.ofSeconds(60), 2, new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(4)), false);
    private final RotationCaller caller = new RotationCaller(
            () -> rotation, policy, reported::add, new Timing(() -> Instant.EPOCH, () -> nanos, this::sleep));

    private void sleep(long time) {
        sleptMs.add(TimeUnit.NANOSECONDS.toMillis(time));
        nanos += time;
    }

    private String ask(Attempt attempt) throws ModelFailureException {
        asked.add(attempt.model().providerId());
        nanos += STEP.toNanos();
        if (begins) {
            attempt.firstToken();
            nanos += STEP.toNanos();
        }
        if (script.isEmpty()) {
            attempt.outputTokens(7);
            return "hello";
        }
        throw new ModelFailureException(Objects.requireNonNull(script.poll()));
    }

    private void fails(FailureKind... kinds) {
        for (FailureKind kind : kinds) {
            script.add(Failure.of(kind, "no"));
        }
    }

    private static Failure retryAfter(FailureKind kind, long ms) {
        return new Failure(kind, kind.fault(), 429, null, null, ms);
    }

    @Test
    void theFirstThatAnswersIsTheAnswer() throws Exception {
        fails(FailureKind.OVERLOADED, FailureKind.TIMEOUT);
        Answer<String> answer = caller.call(this::ask);
        assertThat(answer.value()).isEqualTo("hello");
        assertThat(answer.model().toString()).isEqualTo("a/b/z");
        assertThat(answer.failed())
                .extracting(tried -> tried.failure().kind())
                .containsExactly(FailureKind.OVERLOADED, FailureKind.TIMEOUT);
        assertThat(asked).containsExactly("b/x", "b/y", "b/z");
        assertThat(sleptMs).isEmpty();
    }

    @Test
    void outcomesAreReportedAsTraffic() throws Exception {
        begins = true;
        caller.call(this::ask);
        TestResult result = reported.getFirst();
        assertThat(result.source()).isEqualTo(Source.TRAFFIC);
        assertThat(result.succeeded()).isTrue();
        assertThat(result.firstTokenMs()).isEqualTo(100);
        assertThat(result.latencyMs()).isEqualTo(200);
        assertThat(result.outputTokens()).isEqualTo(7);
    }

    @Test
    void afterARoundItWaitsAndGoesThroughTheRotationAsItIsByThen() throws Exception {
        fails(FailureKind.TIMEOUT, FailureKind.TIMEOUT);
        script.add(retryAfter(FailureKind.TIMEOUT, 1));
        Answer<String> answer = caller.call(attempt -> {
            rotation = Samples.rotation("speed", 2, "n", "x");
            return ask(attempt);
        });
        assertThat(answer.model().toString()).isEqualTo("a/b/n");
        assertThat(sleptMs).hasSize(1);
        assertThat(sleptMs.getFirst()).isBetween(500L, 1_000L);
    }

    @Test
    void whoAskedToBeLeftAloneIsEvenByLaterCalls() throws Exception {
        script.add(retryAfter(FailureKind.UPSTREAM_RATE_LIMITED, 10_000));
        caller.call(this::ask);
        caller.call(this::ask);
        assertThat(asked).containsExactly("b/x", "b/y", "b/y");
        nanos += TimeUnit.SECONDS.toNanos(10);
        caller.call(this::ask);
        assertThat(asked).endsWith("b/x");
    }

    @Test
    void whenAllAskedToBeLeftAloneItWaitsForTheFirst() throws Exception {
        for (long seconds : new long[] {30, 20, 40}) {
            script.add(retryAfter(FailureKind.UPSTREAM_RATE_LIMITED, seconds * 1_000));
        }
        assertThat(caller.call(this::ask).model().toString()).isEqualTo("a/b/y");
        assertThat(sleptMs.getFirst()).isBetween(19_000L, 20_000L);
    }

    @Test
    void aWaitBeyondTheDeadlineIsNotBegun() {
        for (int i = 0; i < 3; i++) {
            script.add(retryAfter(FailureKind.UPSTREAM_RATE_LIMITED, 100_000));
        }
        assertThatThrownBy(() -> caller.call(this::ask))
                .isInstanceOf(CallFailedException.class)
                .hasMessageContaining("within the deadline of 60000 ms")
                .hasMessageContaining("a/b/x (UPSTREAM_RATE_LIMITED after 100 ms)");
        assertThat(sleptMs).isEmpty();
    }

    @Test
    void aFailureOfTheAccountLeavesOutItsCatalogue() {
        fails(FailureKind.ACCOUNT_DAY_LIMIT);
        assertThatThrownBy(() -> caller.call(this::ask))
                .hasMessageContaining("no model of rotation speed is left to try");
        assertThat(asked).containsExactly("b/x");
    }

    @Test
    void aRefusedRequestEndsTheCall() {
        fails(FailureKind.BAD_REQUEST);
        assertThatThrownBy(() -> caller.call(this::ask)).hasMessageContaining("the request itself was refused");
        assertThat(asked).hasSize(1);
    }

    @Test
    void aModelThatIsGoneIsNotAskedAgain() {
        fails(FailureKind.MODEL_NOT_FOUND, FailureKind.TIMEOUT, FailureKind.TIMEOUT);
        fails(FailureKind.TIMEOUT, FailureKind.TIMEOUT);
        assertThatThrownBy(() -> caller.call(this::ask)).hasMessageContaining("no model answered in 2 rounds");
        assertThat(asked).containsExactly("b/x", "b/y", "b/z", "b/y", "b/z");
    }

    @Test
    void afterTheFirstTokenNothingIsTriedAgainUnlessAsked() throws Exception {
        begins = true;
        fails(FailureKind.STREAM_BROKEN);
        assertThatThrownBy(() -> caller.call(this::ask)).hasMessageContaining("broke off after its first token");
        fails(FailureKind.STREAM_BROKEN);
        CallPolicy bold = new CallPolicy(policy.deadline(), 1, policy.backoff(), true);
        assertThat(caller.call(this::ask, bold).model().toString()).isEqualTo("a/b/y");
    }

    @Test
    void aBrokenConnectionWaitsBeforeTheNext() throws Exception {
        Answer<String> answer = caller.call(attempt -> {
            if (attempt.number() == 1) {
                throw new ConnectException("refused");
            }
            return ask(attempt);
        });
        assertThat(answer.failed().getFirst().failure().kind()).isEqualTo(FailureKind.CONNECTION);
        assertThat(sleptMs).hasSize(1);
    }

    @Test
    void theDeadlineEndsTheCall() {
        assertThatThrownBy(() -> caller.call(attempt -> {
                    nanos += TimeUnit.SECONDS.toNanos(40);
                    throw new ModelFailureException(Failure.of(FailureKind.TIMEOUT, "slow"));
                }))
                .hasMessageContaining("the deadline of 60000 ms has passed");
        assertThat(reported).hasSize(2);
    }

    @Test
    void anEmptyRotationIsNamed() {
        rotation = Samples.rotation("speed", 2);
        assertThatThrownBy(() -> caller.call(this::ask)).hasMessageContaining("rotation speed is empty");
    }

    @Test
    void theApplicationsOwnFaultIsNobodyElses() {
        assertThatThrownBy(() -> caller.call(_ -> {
                    throw new IllegalStateException("bug");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(reported).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfFailureEndsSomehow(FailureKind kind) {
        for (int i = 0; i < 6; i++) {
            fails(kind);
        }
        assertThatThrownBy(() -> caller.call(this::ask)).isInstanceOf(CallFailedException.class);
        assertThat(asked.size()).isBetween(1, 6);
    }

    @Test
    void statusesAreReadAsProvidersMeanThem() {
        assertThat(Failures.ofStatus(429, Duration.ofSeconds(2), "free-models-per-day"))
                .isEqualTo(new Failure(
                        FailureKind.ACCOUNT_DAY_LIMIT,
                        FailureKind.ACCOUNT_DAY_LIMIT.fault(),
                        429,
                        null,
                        "free-models-per-day",
                        2_000L));
        assertThat(Failures.ofStatus(429, null, null).kind()).isEqualTo(FailureKind.UPSTREAM_RATE_LIMITED);
        assertThat(Failures.of(new IOException("cut"), true).kind()).isEqualTo(FailureKind.STREAM_BROKEN);
    }
}
