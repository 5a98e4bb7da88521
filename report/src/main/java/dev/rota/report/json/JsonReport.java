package dev.rota.report.json;

import dev.rota.domain.model.Facts;
import dev.rota.domain.standing.TaskStanding;
import dev.rota.report.content.Comparison;
import dev.rota.report.content.Matrix;
import dev.rota.report.content.Report;
import dev.rota.report.content.RotationRow;
import dev.rota.report.content.Subject;
import dev.rota.report.content.Trends;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a report as one line of JSON. */
public final class JsonReport {
    private JsonReport() {}

    public static String write(Report report) {
        return Json.object(json -> {
            subject(json, report.subject());
            json.object(
                    "summary",
                    part -> part.texts("sentences", report.summary().sentences())
                            .objects("comparisons", report.summary().comparisons(), JsonReport::comparison));
            json.objects("entries", report.rotation(), JsonReport::entry);
            trends(json, report.trends());
            json.objects(
                    "primaries",
                    report.primaries(),
                    (item, reign) -> item.field("model", reign.model())
                            .field("from", reign.from())
                            .field("to", reign.to())
                            .field("reason", reign.reason()));
            json.objects(
                    "families",
                    report.families(),
                    (item, family) -> item.field("family", family.family())
                            .field("listed", family.listed())
                            .field("free", family.free())
                            .field("tested", family.tested())
                            .field("working", family.working())
                            .field("inRotation", family.inRotation())
                            .field("best", family.best())
                            .field("bestExpectedTimeToSuccessMs", family.bestMs()));
            matrix(json, report.matrix());
            JsonEvents.write(json, report);
        });
    }

    private static void subject(Json json, Subject subject) throws IOException {
        json.field("rotation", subject.rotation())
                .field("policy", subject.policy())
                .field("from", subject.from())
                .field("to", subject.to())
                .field("comparedWith", subject.comparedWith())
                .field("wholeHistory", subject.wholeHistory())
                .field("results", subject.results())
                .field("modelsTested", subject.tested())
                .texts("catalogues", subject.catalogues())
                .field("simulated", subject.simulated())
                .field("note", subject.note());
    }

    private static void comparison(Json json, Comparison comparison) throws IOException {
        json.field("key", comparison.key())
                .field("what", comparison.what())
                .field("unit", words(comparison.unit()))
                .field("better", words(comparison.better()))
                .field("before", comparison.before())
                .field("after", comparison.after());
    }

    private static void entry(Json json, RotationRow row) throws IOException {
        var entry = row.entry();
        json.field("position", entry.position())
                .field("positionBefore", row.before())
                .field("model", entry.model())
                .field("family", row.family())
                .field("tier", entry.tier())
                .field("expectedTimeToSuccessMs", entry.expectedTimeToSuccessMs())
                .field("successRate", entry.successRate())
                .field("successRateLow", row.successLow())
                .field("successRateHigh", row.successHigh())
                .field("latencyP50Ms", entry.latencyP50Ms())
                .field("latencyP95Ms", entry.latencyP95Ms())
                .field("firstTokenP50Ms", entry.firstTokenP50Ms())
                .field("quality", entry.quality())
                .field("observations", entry.observations())
                .field("lastResultAt", entry.lastResultAt())
                .numbers("mediansMs", row.medians());
    }

    private static void trends(Json json, Trends trends) throws IOException {
        json.object(
                "trends",
                part -> part.field("widthMs", trends.width().toMillis())
                        .objects(
                                "buckets",
                                trends.buckets(),
                                (item, bucket) -> item.field("start", bucket.start())
                                        .field("successes", bucket.successes())
                                        .field("modelFailures", bucket.modelFailures())
                                        .field("setAside", bucket.setAside())
                                        .field("latencyP50Ms", bucket.p50Ms())
                                        .field("latencyP95Ms", bucket.p95Ms())
                                        .field("primaryLatencyP50Ms", bucket.primaryP50Ms())
                                        .field("primarySuccessRate", bucket.primarySuccess())));
    }

    private static void matrix(Json json, Matrix matrix) throws IOException {
        json.object(
                "matrix",
                part -> part.texts("tasks", matrix.tasks())
                        .field("more", matrix.more())
                        .objects("models", matrix.rows(), JsonReport::model));
    }

    private static void model(Json json, Matrix.Row row) throws IOException {
        json.field("model", row.model())
                .field("position", row.position())
                .field("successRate", row.successRate())
                .field("expectedTimeToSuccessMs", row.indexMs())
                .field("quality", row.quality());
        json.object("tasks", cells -> {
            for (TaskStanding cell : row.cells()) {
                if (cell != null) {
                    cells.object(
                            cell.task(),
                            task -> task.field("successes", cell.successes())
                                    .field("failures", cell.failures())
                                    .field("quality", cell.quality())
                                    .field("meanLatencyMs", cell.meanLatencyMs()));
                }
            }
        });
        facts(json, row.facts());
    }

    private static void facts(Json json, @Nullable Facts facts) throws IOException {
        if (facts != null) {
            json.field("contextLength", facts.contextLength())
                    .field("maxOutputTokens", facts.maxOutputTokens())
                    .field("tools", facts.supports("tools"))
                    .texts("inputModalities", facts.inputModalities())
                    .texts("outputModalities", facts.outputModalities())
                    .field("free", facts.free())
                    .field("promptPricePerToken", facts.promptPricePerToken())
                    .field("completionPricePerToken", facts.completionPricePerToken());
        }
    }

    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
