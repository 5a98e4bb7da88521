package dev.rota.report.json;

import dev.rota.domain.result.Source;
import dev.rota.report.content.Availability;
import dev.rota.report.content.Budget;
import dev.rota.report.content.Failures;
import dev.rota.report.content.Report;
import java.io.IOException;
import java.util.Map;

/** The parts of the report that tell what happened. */
final class JsonEvents {
    private JsonEvents() {}

    static void write(Json json, Report report) throws IOException {
        failures(json, report.failures());
        availability(json, report.availability());
        budget(json, report.budget());
        json.objects(
                "recommendations",
                report.recommendations(),
                (item, advice) -> item.field("urgency", JsonReport.words(advice.urgency()))
                        .field("what", advice.what())
                        .field("why", advice.why())
                        .field("command", advice.command()));
    }

    private static void failures(Json json, Failures failures) throws IOException {
        json.object(
                "failures",
                part -> part.field("results", failures.results())
                        .field("failed", failures.failed())
                        .objects(
                                "causes",
                                failures.causes(),
                                (item, cause) -> item.field("kind", cause.kind())
                                        .field("fault", cause.fault())
                                        .field("cause", cause.words())
                                        .field("count", cause.count())
                                        .field("share", cause.share())
                                        .field("models", cause.models())
                                        .field("mostOften", cause.worst())
                                        .field("mostOftenCount", cause.worstCount())
                                        .field("lastMessage", cause.example())));
    }

    private static void availability(Json json, Availability availability) throws IOException {
        json.object(
                "availability",
                part -> part.field("cataloguesKnown", availability.known())
                        .objects(
                                "arrivals",
                                availability.arrivals(),
                                (item, arrival) -> item.field("model", arrival.model())
                                        .field("at", arrival.at())
                                        .field("returned", arrival.returned()))
                        .objects(
                                "departures",
                                availability.departures(),
                                (item, gone) -> item.field("model", gone.model())
                                        .field("at", gone.at())
                                        .field("announcedFor", gone.announcedFor())
                                        .field("noticeMs", gone.noticeMs())
                                        .field("positionBefore", gone.positionBefore()))
                        .objects(
                                "leaving",
                                availability.leaving(),
                                (item, leaving) -> item.field("model", leaving.model())
                                        .field("at", leaving.at())
                                        .field("position", leaving.position())));
    }

    private static void budget(Json json, Budget budget) throws IOException {
        json.object("budget", part -> {
            part.object("results", sources -> {
                for (Source source : Source.values()) {
                    sources.field(JsonReport.words(source), budget.sources().getOrDefault(source, 0L));
                }
            });
            part.object("triggers", triggers -> {
                for (Map.Entry<String, Long> trigger : budget.triggers().entrySet()) {
                    triggers.field(trigger.getKey(), trigger.getValue());
                }
            });
            part.field("probesNeverAnswered", budget.neverAnswered())
                    .field("modelsNeverAnswered", budget.neverAnsweredModels())
                    .field("accountLimitHits", budget.limitHits())
                    .field("spentUsd", budget.spentUsd());
            part.objects(
                    "days",
                    budget.days(),
                    (item, day) -> item.field("start", day.start())
                            .field("probes", day.probes())
                            .field("others", day.others()));
        });
    }
}
