package dev.rota.tester.worker;

import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.result.Failure;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.Outcome;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import dev.rota.provider.judge.Timing;
import dev.rota.provider.judge.Tokens;
import dev.rota.provider.judge.ToolUse;
import dev.rota.provider.judge.Transcript;
import dev.rota.provider.judge.Verdict;
import dev.rota.tester.grading.Answer;
import dev.rota.tester.grading.Grade;
import dev.rota.tester.grading.Grading;
import dev.rota.tester.grading.ToolCall;
import dev.rota.tester.suite.Suite;
import dev.rota.tester.suite.Task;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes results of transcripts and verdicts. */
final class Results {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Grading grading;
    private final String worker;

    Results(Grading grading, String worker) {
        this.grading = grading;
        this.worker = worker;
    }

    /** A result of no call at all. */
    TestResult refused(ModelFound probe, @Nullable String suite, @Nullable String task, Instant now, Failure failure) {
        String id = ResultIds.of(probe.probeId(), task == null ? "" : task, 1);
        return new TestResult(
                id,
                probe.probeId(),
                probe.model(),
                Source.PROBE,
                suite,
                task,
                now,
                new Outcome.Failed(failure),
                0,
                null,
                null,
                worker);
    }

    /** The report of a call. */
    TaskReport of(String resultId, ModelFound probe, Suite suite, Task task, Transcript chat, Verdict verdict) {
        Answer answer = answer(chat);
        Graded graded = graded(task, chat, verdict, answer);
        Tokens tokens = chat.tokens();
        TestResult result = new TestResult(
                resultId,
                probe.probeId(),
                probe.model(),
                Source.PROBE,
                suite.name(),
                task.name(),
                chat.timing().startedAt(),
                graded.outcome(),
                latencyMs(chat),
                chat.timing().firstTokenMs(),
                tokens == null ? null : tokens.completion(),
                worker);
        return new TaskReport(
                result,
                answer.text(),
                graded.grade() == null ? List.of() : graded.grade().checks(),
                chat.timing().reasoningMs(),
                TimeUnit.NANOSECONDS.toMillis(chat.timing().connectNanos()),
                tokensPerSecond(chat.timing(), tokens));
    }

    private record Graded(Outcome outcome, @Nullable Grade grade) {}

    private Graded graded(Task task, Transcript chat, Verdict verdict, Answer answer) {
        return switch (verdict) {
            case Verdict.Answered _ -> {
                Grade grade = grading.grade(task.graders(), answer);
                yield new Graded(new Outcome.Success(grade.quality()), grade);
            }
            case Verdict.Failed failed -> failed(task, chat, failed.failure(), answer);
        };
    }

    /** An answer that the output limit cut is still a good one if nothing that was asked for is missing. */
    private Graded failed(Task task, Transcript chat, Failure failure, Answer answer) {
        if (failure.kind() == FailureKind.TRUNCATED && chat.hasAnswer()) {
            Grade grade = grading.grade(task.graders(), answer);
            boolean whole = !grade.checks().isEmpty()
                    && grade.passedChecks() == grade.checks().size();
            return new Graded(whole ? new Outcome.Success(grade.quality()) : new Outcome.Failed(failure), grade);
        }
        return new Graded(new Outcome.Failed(failure), null);
    }

    private static Answer answer(Transcript chat) {
        List<ToolCall> calls = chat.toolCalls().stream().map(Results::toolCall).toList();
        return new Answer(chat.text(), calls, chat.finishReason());
    }

    private static ToolCall toolCall(ToolUse use) {
        return new ToolCall(use.id(), use.name(), use.arguments());
    }

    /** A connection that never was took its time before the request could be sent. */
    private static long latencyMs(Transcript chat) {
        long nanos = chat.ending().withoutConnection()
                ? Math.max(chat.timing().connectNanos(), chat.timing().totalNanos())
                : chat.timing().totalNanos();
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    private static @Nullable Double tokensPerSecond(Timing timing, @Nullable Tokens tokens) {
        Long first = timing.firstTokenNanos();
        if (first == null || tokens == null) {
            return null;
        }
        long rest = timing.totalNanos() - first;
        int said = tokens.completion() - tokens.reasoning();
        return rest <= 0 || said <= 1 ? null : Double.valueOf((said - 1) * NANOS_PER_SECOND / rest);
    }
}
