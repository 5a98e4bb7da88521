package dev.rota.tester.worker;

import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.result.Failure;
import dev.rota.domain.result.FailureKind;
import dev.rota.provider.Ending;
import dev.rota.provider.judge.Judge;
import dev.rota.provider.judge.Transcript;
import dev.rota.provider.judge.Verdict;
import dev.rota.provider.limit.AccountLimit;
import dev.rota.tester.grading.Grading;
import dev.rota.tester.suite.Suite;
import dev.rota.tester.suite.SuiteLibrary;
import dev.rota.tester.suite.Task;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs probes: the tasks of a suite one after the other on one model, each answered by one result. Thread-safe.
 *
 * <p>Nothing is tried again but what says nothing of the model: a request that met a kept connection which the provider
 * had closed gets a second attempt, with a result of its own, and one that a limit of the account turned away is sent
 * when the limit has ended.
 */
public final class ProbeRunner {
    /** A provider whose limits end and begin again without a request let through is left alone after this many. */
    private static final int MAX_LIMITS = 4;

    private static final int MAX_ATTEMPTS = 2;

    private final SuiteLibrary suites;
    private final ModelCalls calls;
    private final Results results;
    private final Pauses pauses;
    private final Clock clock;
    private final Sleeper sleeper;
    private final Duration longestHold;

    /**
     * A runner.
     *
     * @param pauses shared by all who use the same accounts
     * @param worker who runs it, for results
     * @param longestHold a probe waits for the end of a limit no longer than this; zero never waits but goes on, each
     *     limit being a result like any other
     */
    public ProbeRunner(
            SuiteLibrary suites,
            Grading grading,
            ModelCalls calls,
            Pauses pauses,
            Clock clock,
            Sleeper sleeper,
            String worker,
            Duration longestHold) {
        this.suites = suites;
        this.calls = calls;
        this.results = new Results(grading, worker);
        this.pauses = pauses;
        this.clock = clock;
        this.sleeper = sleeper;
        this.longestHold = longestHold;
    }

    /** Runs a probe from its first task. */
    public ProbeEnd run(ModelFound probe, ProbeListener listener) {
        return run(probe, Set.of(), listener);
    }

    /**
     * Runs a probe.
     *
     * @param done names of tasks that an earlier run has already answered
     * @param listener hears of each result, on this thread
     */
    public ProbeEnd run(ModelFound probe, Set<String> done, ProbeListener listener) {
        return switch (SuiteChoice.of(probe.suite(), suites)) {
            case SuiteChoice.Unknown unknown -> {
                Failure failure = Failure.of(FailureKind.BAD_REQUEST, unknown.message());
                listener.report(TaskReport.of(results.refused(probe, probe.suite(), null, clock.instant(), failure)));
                yield new ProbeEnd.Finished();
            }
            case SuiteChoice.Chosen chosen -> run(probe, chosen, done, listener);
        };
    }

    private ProbeEnd run(ModelFound probe, SuiteChoice.Chosen chosen, Set<String> done, ProbeListener listener) {
        Set<String> answered = new HashSet<>(done);
        for (Task task : chosen.tasks()) {
            if (!answered.contains(task.name())) {
                ProbeEnd stopped = task(probe, chosen.suite(), task, answered, listener);
                if (stopped != null) {
                    return stopped;
                }
                answered.add(task.name());
            }
        }
        return new ProbeEnd.Finished();
    }

    /** Null if the task has its result, else why the probe cannot go on. */
    private @Nullable ProbeEnd task(
            ModelFound probe, Suite suite, Task task, Set<String> answered, ProbeListener listener) {
        String catalogue = probe.model().catalogue();
        int limits = 0;
        int attempt = 1;
        while (true) {
            ProbeEnd held = awaitPause(catalogue, answered);
            if (held != null) {
                return held;
            }
            switch (calls.call(probe, task, suite.timeouts())) {
                case ModelCalls.Call.Refused refused -> {
                    if (Thread.currentThread().isInterrupted()) {
                        return new ProbeEnd.Interrupted(answered);
                    }
                    listener.report(TaskReport.of(
                            results.refused(probe, suite.name(), task.name(), clock.instant(), refused.failure())));
                    return null;
                }
                case ModelCalls.Call.Made(Transcript chat) -> {
                    if (chat.ending() == Ending.CANCELLED
                            || Thread.currentThread().isInterrupted()) {
                        return new ProbeEnd.Interrupted(answered);
                    }
                    Verdict verdict = Judge.judge(chat, clock.instant());
                    AccountLimit limit = limitIn(verdict);
                    listener.report(results.of(id(probe, task, attempt, limit), probe, suite, task, chat, verdict));
                    if (limit == null && (chat.ending() != Ending.STALE_CONNECTION || ++attempt > MAX_ATTEMPTS)) {
                        return null;
                    }
                    if (limit != null) {
                        pauses.limited(catalogue, limit);
                        if (longestHold.isZero()) {
                            return null;
                        }
                        if (++limits == MAX_LIMITS) {
                            return new ProbeEnd.PutBack(later(limit.until()), answered);
                        }
                    }
                }
            }
        }
    }

    private String id(ModelFound probe, Task task, int attempt, @Nullable AccountLimit limit) {
        return limit == null || longestHold.isZero()
                ? ResultIds.of(probe.probeId(), task.name(), attempt)
                : ResultIds.limited(probe.probeId(), task.name(), limit.until());
    }

    private static @Nullable AccountLimit limitIn(Verdict verdict) {
        return verdict instanceof Verdict.Failed failed ? failed.limit() : null;
    }

    /** Waits for the end of a short pause; a long one sends the probe back. Null if the way is free. */
    private @Nullable ProbeEnd awaitPause(String catalogue, Set<String> answered) {
        if (longestHold.isZero()) {
            return null;
        }
        for (Duration wait = wait(catalogue); !wait.isZero(); wait = wait(catalogue)) {
            if (wait.compareTo(longestHold) > 0) {
                return new ProbeEnd.PutBack(clock.instant().plus(wait), answered);
            }
            try {
                sleeper.sleep(wait);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return new ProbeEnd.Interrupted(answered);
            }
        }
        return null;
    }

    private Duration wait(String catalogue) {
        return pauses.waitFor(catalogue, clock.instant());
    }

    private Instant later(Instant until) {
        Instant soonest = clock.instant().plus(longestHold);
        return until.isAfter(soonest) ? until : soonest;
    }
}
