package dev.rota.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rota.domain.model.Facts;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.standing.Standing;
import dev.rota.domain.standing.TaskStanding;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the evidence says of one model. */
final class StandingJson {
    private StandingJson() {}

    static void write(Standing standing, JsonGenerator out) throws IOException {
        out.writeStartObject();
        Out.text(out, "model", standing.model());
        Out.time(out, "computedAt", standing.computedAt());
        Facts facts = standing.facts();
        if (facts != null) {
            out.writeFieldName("facts");
            FactsJson.write(facts, out);
        }
        Out.time(out, "retiredAt", standing.retiredAt());
        writeFigures(standing, out);
        writeHistory(standing, out);
        out.writeEndObject();
    }

    private static void writeFigures(Standing standing, JsonGenerator out) throws IOException {
        out.writeNumberField("successRate", standing.successRate());
        out.writeNumberField("successRateLow", standing.successRateLow());
        out.writeNumberField("successRateHigh", standing.successRateHigh());
        Out.number(out, "expectedLatencyMs", standing.expectedLatencyMs());
        Out.number(out, "expectedFailureMs", standing.expectedFailureMs());
        Out.number(out, "expectedTimeToSuccessMs", standing.expectedTimeToSuccessMs());
        Out.number(out, "latencyP50Ms", standing.latencyP50Ms());
        Out.number(out, "latencyP95Ms", standing.latencyP95Ms());
        Out.text(out, "tier", standing.tier());
        Out.number(out, "firstTokenP50Ms", standing.firstTokenP50Ms());
        Out.number(out, "quality", standing.quality());
    }

    private static void writeHistory(Standing standing, JsonGenerator out) throws IOException {
        out.writeNumberField("observations", standing.observations());
        out.writeNumberField("weight", standing.weight());
        out.writeNumberField("setAside", standing.setAside());
        out.writeNumberField("consecutiveFailures", standing.consecutiveFailures());
        Out.time(out, "firstResultAt", standing.firstResultAt());
        Out.time(out, "lastResultAt", standing.lastResultAt());
        Out.time(out, "lastSuccessAt", standing.lastSuccessAt());
        Out.text(out, "lastFailureKind", standing.lastFailureKind());
        out.writeObjectFieldStart("failures");
        // In the order of the kinds, whatever map the standing has.
        for (FailureKind kind : FailureKind.values()) {
            Out.number(out, kind.name(), standing.failures().get(kind));
        }
        out.writeEndObject();
        Out.objects(out, "tasks", standing.tasks(), StandingJson::writeTask);
    }

    private static void writeTask(TaskStanding task, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("task", task.task());
        out.writeNumberField("successes", task.successes());
        out.writeNumberField("failures", task.failures());
        Out.number(out, "quality", task.quality());
        Out.number(out, "meanLatencyMs", task.meanLatencyMs());
        out.writeEndObject();
    }

    static Standing read(Members in) {
        @Nullable Members facts = in.optionalObject("facts");
        return new Standing(
                in.model("model"),
                in.time("computedAt"),
                facts == null ? null : FactsJson.read(facts),
                in.optionalTime("retiredAt"),
                in.number("successRate"),
                in.number("successRateLow"),
                in.number("successRateHigh"),
                in.optionalNumber("expectedLatencyMs"),
                in.optionalNumber("expectedFailureMs"),
                in.optionalNumber("expectedTimeToSuccessMs"),
                in.optionalNumber("latencyP50Ms"),
                in.optionalNumber("latencyP95Ms"),
                in.optionalNumber("firstTokenP50Ms"),
                in.optionalNumber("quality"),
                in.wholeNumber("observations"),
                in.number("weight"),
                in.wholeNumber("setAside"),
                in.count("consecutiveFailures"),
                in.optionalTime("firstResultAt"),
                in.optionalTime("lastResultAt"),
                in.optionalTime("lastSuccessAt"),
                in.optionalConstant("lastFailureKind", FailureKind.class),
                failures(in.object("failures")),
                in.objects("tasks", StandingJson::task));
    }

    private static Map<FailureKind, Long> failures(Members in) {
        Map<FailureKind, Long> failures = new EnumMap<>(FailureKind.class);
        for (FailureKind kind : FailureKind.values()) {
            @Nullable Long count = in.optionalWholeNumber(kind.name());
            if (count != null) {
                failures.put(kind, count);
            }
        }
        return failures;
    }

    private static TaskStanding task(Members in) {
        return new TaskStanding(
                in.text("task"),
                in.wholeNumber("successes"),
                in.wholeNumber("failures"),
                in.optionalNumber("quality"),
                in.optionalNumber("meanLatencyMs"));
    }
}
