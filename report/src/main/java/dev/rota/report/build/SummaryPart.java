package dev.rota.report.build;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.domain.standing.Standing;
import dev.rota.report.content.Comparison;
import dev.rota.report.content.Comparison.Better;
import dev.rota.report.content.Comparison.Unit;
import dev.rota.report.content.Report;
import dev.rota.report.content.Summary;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The executive summary: figures before and after, and the sentences that tell them. */
public final class SummaryPart {
    private SummaryPart() {}

    /** @param rest the other parts, of which the sentences speak */
    public static Summary of(Scene scene, Report rest) {
        Map<ModelId, Standing> before = scene.ranked().before();
        Map<ModelId, Standing> after = scene.ranked().after();
        Rotation was = scene.before();
        Rotation is = scene.after();
        List<Comparison> comparisons = List.of(
                new Comparison(
                        "Models that work", "working", Unit.COUNT, Better.HIGHER, working(before), working(after)),
                new Comparison(
                        "Families among them",
                        "families",
                        Unit.COUNT,
                        Better.HIGHER,
                        families(before, scene),
                        families(after, scene)),
                new Comparison("Models in the rotation", "entries", Unit.COUNT, Better.HIGHER, size(was), size(is)),
                new Comparison(
                        "Time to an answer, down the rotation",
                        "rotationMs",
                        Unit.MILLIS,
                        Better.LOWER,
                        Chain.expectedMs(was),
                        Chain.expectedMs(is)),
                primary(
                        "Primary: median latency",
                        "primaryP50Ms",
                        Unit.MILLIS,
                        Better.LOWER,
                        RotationEntry::latencyP50Ms,
                        was,
                        is),
                primary(
                        "Primary: success",
                        "primarySuccess",
                        Unit.FRACTION,
                        Better.HIGHER,
                        RotationEntry::successRate,
                        was,
                        is),
                new Comparison(
                        "Success, mean of the rotation",
                        "meanSuccess",
                        Unit.FRACTION,
                        Better.HIGHER,
                        mean(was, RotationEntry::successRate),
                        mean(is, RotationEntry::successRate)),
                new Comparison(
                        "Quality, mean of the rotation",
                        "meanQuality",
                        Unit.QUALITY,
                        Better.HIGHER,
                        quality(was),
                        quality(is)));
        return new Summary(new Sentences(scene, rest).all(), comparisons);
    }

    private static Comparison primary(
            String what,
            String key,
            Unit unit,
            Better better,
            ToDoubleFunction<RotationEntry> figure,
            @Nullable Rotation was,
            @Nullable Rotation is) {
        return new Comparison(what, key, unit, better, first(was, figure), first(is, figure));
    }

    private static @Nullable Double first(@Nullable Rotation rotation, ToDoubleFunction<RotationEntry> figure) {
        return rotation == null || rotation.entries().isEmpty()
                ? null
                : (Double) figure.applyAsDouble(rotation.entries().getFirst());
    }

    private static @Nullable Double working(Map<ModelId, Standing> standings) {
        return standings.isEmpty()
                ? null
                : (Double) (double)
                        standings.values().stream().filter(Scene::works).count();
    }

    private static @Nullable Double families(Map<ModelId, Standing> standings, Scene scene) {
        return standings.isEmpty()
                ? null
                : (Double) (double) standings.values().stream()
                        .filter(Scene::works)
                        .map(standing -> scene.family(standing.model()))
                        .distinct()
                        .count();
    }

    private static @Nullable Double size(@Nullable Rotation rotation) {
        return rotation == null ? null : (Double) (double) rotation.entries().size();
    }

    private static @Nullable Double mean(@Nullable Rotation rotation, ToDoubleFunction<RotationEntry> figure) {
        return rotation == null || rotation.entries().isEmpty()
                ? null
                : (Double) rotation.entries().stream()
                        .mapToDouble(figure)
                        .average()
                        .orElseThrow();
    }

    private static @Nullable Double quality(@Nullable Rotation rotation) {
        List<Double> graded = rotation == null
                ? List.of()
                : rotation.entries().stream()
                        .map(RotationEntry::quality)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList();
        return graded.isEmpty()
                ? null
                : (Double) graded.stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow();
    }
}
