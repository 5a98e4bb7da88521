package dev.rota.schema.mapping;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.Failure;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.Fault;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import java.io.IOException;
import java.time.Instant;
import org.apache.avro.AvroTypeException;
import org.apache.avro.io.Decoder;
import org.jspecify.annotations.Nullable;

/** Results, field by field in the order of {@code TestResult.avsc}. */
final class TestResultReader implements StraightReader<TestResult> {
    private static final Symbols<Source> SOURCES = new Symbols<>(Source.class, dev.rota.event.Source.class);
    private static final Symbols<FailureKind> KINDS =
            new Symbols<>(FailureKind.class, dev.rota.event.FailureKind.class);
    private static final Symbols<Fault> FAULTS = new Symbols<>(Fault.class, dev.rota.event.Fault.class);
    private static final Symbols<dev.rota.event.Outcome> OUTCOMES =
            new Symbols<>(dev.rota.event.Outcome.class, dev.rota.event.Outcome.class);

    @Override
    public TestResult read(Decoder in) throws IOException {
        String resultId = in.readString();
        @Nullable String probeId = text(in);
        ModelId model = ModelId.parse(in.readString());
        Source source = SOURCES.read(in);
        @Nullable String suite = text(in);
        @Nullable String task = text(in);
        Instant startedAt = Instant.ofEpochMilli(in.readLong());
        boolean success = OUTCOMES.read(in) == dev.rota.event.Outcome.SUCCESS;
        long latencyMs = in.readLong();
        @Nullable Long firstTokenMs = given(in) ? (Long) in.readLong() : null;
        @Nullable Integer outputTokens = given(in) ? (Integer) in.readInt() : null;
        @Nullable Double quality = given(in) ? (Double) in.readDouble() : null;
        @Nullable Failure failure = given(in) ? failure(in) : null;
        @Nullable String worker = text(in);
        return new TestResult(
                resultId,
                probeId,
                model,
                source,
                suite,
                task,
                startedAt,
                TestResultMapping.outcome(success, quality, failure),
                latencyMs,
                firstTokenMs,
                outputTokens,
                worker);
    }

    private static Failure failure(Decoder in) throws IOException {
        FailureKind kind = KINDS.read(in);
        Fault fault = FAULTS.read(in);
        @Nullable Integer httpStatus = given(in) ? (Integer) in.readInt() : null;
        @Nullable String code = text(in);
        @Nullable String message = text(in);
        @Nullable Long retryAfterMs = given(in) ? (Long) in.readLong() : null;
        return new Failure(kind, fault, httpStatus, code, message, retryAfterMs);
    }

    /** Whether an optional field, a union of null and something, holds something. */
    private static boolean given(Decoder in) throws IOException {
        int branch = in.readIndex();
        if (branch < 0 || branch > 1) {
            throw new AvroTypeException("there is no branch " + branch + " of an optional field");
        }
        return branch == 1;
    }

    private static @Nullable String text(Decoder in) throws IOException {
        return given(in) ? in.readString() : null;
    }
}
