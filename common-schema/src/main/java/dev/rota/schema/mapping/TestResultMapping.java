package dev.rota.schema.mapping;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.Failure;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.Fault;
import dev.rota.domain.result.Outcome;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** A result. */
public final class TestResultMapping implements EventMapping<TestResult, dev.rota.event.TestResult> {
    @Override
    public Class<dev.rota.event.TestResult> eventType() {
        return dev.rota.event.TestResult.class;
    }

    @Override
    public Schema schema() {
        return dev.rota.event.TestResult.getClassSchema();
    }

    private static final Enums<Source, dev.rota.event.Source> SOURCES =
            new Enums<>(Source.class, dev.rota.event.Source.class);
    static final Enums<FailureKind, dev.rota.event.FailureKind> KINDS =
            new Enums<>(FailureKind.class, dev.rota.event.FailureKind.class);
    private static final Enums<Fault, dev.rota.event.Fault> FAULTS =
            new Enums<>(Fault.class, dev.rota.event.Fault.class);

    @Override
    public dev.rota.event.TestResult toEvent(TestResult value) {
        Failure failure = value.failure();
        return new dev.rota.event.TestResult(
                value.resultId(),
                value.probeId(),
                value.model().toString(),
                SOURCES.toEvent(value.source()),
                value.suite(),
                value.task(),
                value.startedAt(),
                failure == null ? dev.rota.event.Outcome.SUCCESS : dev.rota.event.Outcome.FAILURE,
                value.latencyMs(),
                value.firstTokenMs(),
                value.outputTokens(),
                value.quality(),
                failure == null ? null : toEvent(failure),
                value.worker());
    }

    @Override
    public StraightReader<TestResult> straight() {
        return new TestResultReader();
    }

    @Override
    public TestResult toDomain(dev.rota.event.TestResult event) {
        dev.rota.event.Failure failure = event.getFailure();
        return new TestResult(
                event.getResultId(),
                event.getProbeId(),
                ModelId.parse(event.getModel()),
                SOURCES.toDomain(event.getSource()),
                event.getSuite(),
                event.getTask(),
                event.getStartedAt(),
                outcome(
                        event.getOutcome() == dev.rota.event.Outcome.SUCCESS,
                        event.getQuality(),
                        failure == null ? null : toDomain(failure)),
                event.getLatencyMs(),
                event.getFirstTokenMs(),
                event.getOutputTokens(),
                event.getWorker());
    }

    static Outcome outcome(boolean success, @Nullable Double quality, @Nullable Failure failure) {
        if (success) {
            return new Outcome.Success(quality);
        }
        if (failure == null) {
            throw new IllegalArgumentException("failure must be given where outcome is FAILURE");
        }
        return new Outcome.Failed(failure);
    }

    private static dev.rota.event.Failure toEvent(Failure failure) {
        return new dev.rota.event.Failure(
                KINDS.toEvent(failure.kind()),
                FAULTS.toEvent(failure.fault()),
                failure.httpStatus(),
                failure.code(),
                failure.message(),
                failure.retryAfterMs());
    }

    private static Failure toDomain(dev.rota.event.Failure event) {
        return new Failure(
                KINDS.toDomain(event.getKind()),
                FAULTS.toDomain(event.getFault()),
                event.getHttpStatus(),
                event.getCode(),
                event.getMessage(),
                event.getRetryAfterMs());
    }
}
