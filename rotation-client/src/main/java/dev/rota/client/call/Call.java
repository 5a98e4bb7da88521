package dev.rota.client.call;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.Failure;
import dev.rota.domain.result.Outcome;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One call under way. For one thread. */
final class Call<T> {
    private final ModelCall<T> ask;
    private final CallPolicy policy;
    private final Supplier<Candidates> candidates;
    private final ResultReporter reporter;
    private final Cooldowns cooldowns;
    private final Timing timing;
    private final long deadline;
    private final List<Tried> tried = new ArrayList<>();
    private final Set<String> dropped = new HashSet<>();
    private int pauses;

    Call(
            ModelCall<T> ask,
            CallPolicy policy,
            Supplier<Candidates> candidates,
            ResultReporter reporter,
            Cooldowns cooldowns,
            Timing timing) {
        this.ask = ask;
        this.policy = policy;
        this.candidates = candidates;
        this.reporter = reporter;
        this.cooldowns = cooldowns;
        this.timing = timing;
        this.deadline = now() + policy.deadline().toNanos();
    }

    Answer<T> run() throws CallFailedException, InterruptedException {
        for (int round = 1; ; round++) {
            List<ModelId> models = candidates();
            for (ModelId model : models) {
                if (!dropped(model) && cooldowns.left(model, now()) == 0) {
                    Optional<Answer<T>> answer = attempt(model);
                    if (answer.isPresent()) {
                        return answer.get();
                    }
                }
            }
            if (round == policy.rounds()) {
                throw failed("no model answered in " + round + (round == 1 ? " round" : " rounds"));
            }
            pause(untilSomeoneMayBeAsked(models));
        }
    }

    private List<ModelId> candidates() throws CallFailedException {
        Candidates current = candidates.get();
        List<ModelId> models =
                current.models().stream().filter(model -> !dropped(model)).toList();
        if (models.isEmpty()) {
            throw failed(
                    current.models().isEmpty()
                            ? current.name() + " is empty"
                            : "no model of " + current.name() + " is left to try");
        }
        return models;
    }

    private boolean dropped(ModelId model) {
        return dropped.contains(model.toString()) || dropped.contains(model.catalogue());
    }

    private Optional<Answer<T>> attempt(ModelId model) throws CallFailedException, InterruptedException {
        if (now() - deadline >= 0) {
            throw failed("the deadline of " + policy.deadline().toMillis() + " ms has passed");
        }
        Attempt attempt = new Attempt(model, tried.size() + 1, deadline, timing.nanos());
        Instant startedAt = timing.clock().instant();
        Failure failure;
        try {
            T value = ask.ask(attempt);
            report(attempt, startedAt, new Outcome.Success(null));
            return Optional.of(new Answer<>(value, model, tried));
        } catch (ModelFailureException e) {
            failure = e.failure();
        } catch (IOException e) {
            failure = Failures.of(e, attempt.begun());
        }
        report(attempt, startedAt, new Outcome.Failed(failure));
        tried.add(new Tried(model, failure, attempt.elapsedMs()));
        learn(model, failure, attempt.begun());
        return Optional.empty();
    }

    private void learn(ModelId model, Failure failure, boolean begun) throws CallFailedException, InterruptedException {
        if (begun && !policy.retryAfterFirstToken()) {
            throw failed("the answer broke off after its first token");
        }
        Verdict verdict = Verdict.of(failure);
        Long retryAfterMs = failure.retryAfterMs();
        if (retryAfterMs != null) {
            long until = now() + TimeUnit.MILLISECONDS.toNanos(retryAfterMs);
            if (verdict == Verdict.DROP_CATALOGUE) {
                cooldowns.catalogue(model, until);
            } else {
                cooldowns.model(model, until);
            }
        }
        switch (verdict) {
            case NEXT -> {}
            case DROP_MODEL -> dropped.add(model.toString());
            case DROP_CATALOGUE -> {
                if (retryAfterMs == null) {
                    dropped.add(model.catalogue());
                }
            }
            case PAUSE -> pause(0);
            case END -> throw failed("the request itself was refused");
        }
    }

    private long untilSomeoneMayBeAsked(List<ModelId> models) throws CallFailedException {
        long now = now();
        return models.stream()
                .filter(model -> !dropped(model))
                .mapToLong(model -> cooldowns.left(model, now))
                .min()
                .orElse(0);
    }

    private void pause(long atLeast) throws CallFailedException, InterruptedException {
        pauses++;
        long wait = Math.max(
                atLeast, policy.backoff().after(pauses, timing.random()).toNanos());
        if (now() + wait - deadline >= 0) {
            throw failed("nobody may be asked again within the deadline of "
                    + policy.deadline().toMillis() + " ms");
        }
        timing.sleeper().sleep(wait);
    }

    private void report(Attempt attempt, Instant startedAt, Outcome outcome) {
        reporter.report(new TestResult(
                "traffic-" + UUID.randomUUID(),
                null,
                attempt.model(),
                Source.TRAFFIC,
                null,
                null,
                startedAt,
                outcome,
                attempt.elapsedMs(),
                attempt.firstTokenMs(),
                attempt.tokens(),
                null));
    }

    private CallFailedException failed(String reason) {
        return new CallFailedException(reason, tried);
    }

    private long now() {
        return timing.nanos().getAsLong();
    }
}
