package dev.rota.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rota.domain.result.Failure;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.Fault;
import dev.rota.domain.result.Outcome;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One result, and so one line of a history. */
final class TestResultJson {
    private static final String SUCCESS = "SUCCESS";
    private static final String FAILURE = "FAILURE";

    private TestResultJson() {}

    static void write(TestResult result, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("resultId", result.resultId());
        Out.text(out, "probeId", result.probeId());
        Out.text(out, "model", result.model());
        Out.text(out, "source", result.source());
        Out.text(out, "suite", result.suite());
        Out.text(out, "task", result.task());
        Out.time(out, "startedAt", result.startedAt());
        out.writeStringField("outcome", result.succeeded() ? SUCCESS : FAILURE);
        out.writeNumberField("latencyMs", result.latencyMs());
        Out.number(out, "firstTokenMs", result.firstTokenMs());
        Out.number(out, "outputTokens", result.outputTokens());
        Out.number(out, "quality", result.quality());
        Failure failure = result.failure();
        if (failure != null) {
            out.writeFieldName("failure");
            writeFailure(failure, out);
        }
        Out.text(out, "worker", result.worker());
        out.writeEndObject();
    }

    private static void writeFailure(Failure failure, JsonGenerator out) throws IOException {
        out.writeStartObject();
        Out.text(out, "kind", failure.kind());
        Out.text(out, "fault", failure.fault());
        Out.number(out, "httpStatus", failure.httpStatus());
        Out.text(out, "code", failure.code());
        Out.text(out, "message", failure.message());
        Out.number(out, "retryAfterMs", failure.retryAfterMs());
        out.writeEndObject();
    }

    static TestResult read(Members in) {
        @Nullable String resultId = in.optionalText("resultId");
        @Nullable Source source = in.optionalConstant("source", Source.class);
        return new TestResult(
                resultId == null ? in.content().hash() : resultId,
                in.optionalText("probeId"),
                in.model("model"),
                source == null ? Source.IMPORT : source,
                in.optionalText("suite"),
                in.optionalText("task"),
                in.time("startedAt"),
                outcome(in),
                in.wholeNumber("latencyMs"),
                in.optionalWholeNumber("firstTokenMs"),
                in.optionalCount("outputTokens"),
                in.optionalText("worker"));
    }

    private static Outcome outcome(Members in) {
        String outcome = in.text("outcome");
        return switch (outcome) {
            case SUCCESS -> success(in);
            case FAILURE -> new Outcome.Failed(failure(in.object("failure")));
            default -> throw in.broken("outcome", outcome, "must be " + SUCCESS + " or " + FAILURE);
        };
    }

    private static Outcome success(Members in) {
        if (in.has("failure")) {
            throw new JsonException("failure must not be given with outcome " + SUCCESS);
        }
        return new Outcome.Success(in.optionalNumber("quality"));
    }

    private static Failure failure(Members in) {
        FailureKind kind = in.constant("kind", FailureKind.class);
        @Nullable Fault fault = in.optionalConstant("fault", Fault.class);
        return new Failure(
                kind,
                fault == null ? kind.fault() : fault,
                in.optionalCount("httpStatus"),
                in.optionalText("code"),
                in.optionalText("message"),
                in.optionalWholeNumber("retryAfterMs"));
    }
}
