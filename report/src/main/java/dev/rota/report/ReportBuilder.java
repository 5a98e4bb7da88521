package dev.rota.report;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.Rotation;
import dev.rota.report.build.AdvicePart;
import dev.rota.report.build.AvailabilityPart;
import dev.rota.report.build.BudgetPart;
import dev.rota.report.build.FailuresPart;
import dev.rota.report.build.FamiliesPart;
import dev.rota.report.build.MatrixPart;
import dev.rota.report.build.PrimariesPart;
import dev.rota.report.build.RotationPart;
import dev.rota.report.build.Scene;
import dev.rota.report.build.SummaryPart;
import dev.rota.report.build.TrendsPart;
import dev.rota.report.content.Report;
import dev.rota.report.content.Subject;
import dev.rota.report.content.Summary;
import dev.rota.report.content.Trends;
import dev.rota.report.history.Seen;
import java.util.List;

/** Makes a report of what happened and what the ranking made of it. */
public final class ReportBuilder {
    private ReportBuilder() {}

    public static Report build(ReportInput input, Ranked ranked, Period period) {
        Scene scene = Scene.of(input, ranked, period);
        Trends trends = TrendsPart.of(scene);
        Report report = new Report(
                subject(scene),
                new Summary(List.of(), List.of()),
                RotationPart.of(scene, trends),
                trends,
                PrimariesPart.of(scene),
                FamiliesPart.of(scene),
                MatrixPart.of(scene),
                FailuresPart.of(scene),
                AvailabilityPart.of(scene),
                BudgetPart.of(scene),
                List.of());
        return report.with(SummaryPart.of(scene, report), AdvicePart.of(scene, report));
    }

    private static Subject subject(Scene scene) {
        List<ModelId> tested =
                scene.results().stream().map(Seen::model).distinct().toList();
        Rotation after = scene.after();
        boolean simulated = tested.stream().anyMatch(ModelId::simulated)
                || scene.entries().stream().anyMatch(entry -> entry.model().simulated());
        return new Subject(
                scene.ranked().name(),
                scene.ranked().policy(),
                scene.from(),
                scene.to(),
                scene.comparedWith(),
                scene.wholeHistory(),
                scene.results().size(),
                tested.size(),
                tested.stream().map(ModelId::catalogue).distinct().sorted().toList(),
                simulated,
                after == null ? null : after.note());
    }
}
