package dev.rota.report.build;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.domain.standing.Standing;
import dev.rota.report.content.Availability;
import dev.rota.report.content.Recommendation;
import dev.rota.report.content.Recommendation.Urgency;
import dev.rota.report.content.Report;
import dev.rota.report.text.Figures;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What single models call for. */
final class ModelAdvice {
    private static final Duration NEAR = Duration.ofDays(14);
    private static final Duration VERY_NEAR = Duration.ofDays(3);
    private static final double CLEARLY = 0.8;

    private final Scene scene;
    private final Report rest;

    ModelAdvice(Scene scene, Report rest) {
        this.scene = scene;
        this.rest = rest;
    }

    void into(List<Recommendation> all) {
        leaving(all);
        untested(all);
        promising(all);
        churn(all);
    }

    private void leaving(List<Recommendation> all) {
        for (Availability.Leaving leaving : rest.availability().leaving()) {
            Duration left = Duration.between(scene.to(), leaving.at());
            if (leaving.position() != null && left.compareTo(NEAR) < 0) {
                all.add(new Recommendation(
                        left.compareTo(VERY_NEAR) < 0 ? Urgency.NOW : Urgency.SOON,
                        "Prepare for the end of number " + leaving.position() + " of the rotation.",
                        leaving.model() + " is announced to end at " + Figures.minute(leaving.at()) + " UTC, in "
                                + Figures.span(left) + ".",
                        null));
            }
        }
    }

    private void untested(List<Recommendation> all) {
        List<ModelId> untested = scene.facts().versions().keySet().stream()
                .filter(this::free)
                .filter(model -> !tested(scene.ranked().after().get(model)))
                .toList();
        if (!untested.isEmpty()) {
            all.add(new Recommendation(
                    Urgency.SOON,
                    "Test the free models that nothing is known of yet.",
                    untested.size() + " free text models are listed and have no result, first " + untested.getFirst()
                            + ".",
                    "./rota test " + untested.getFirst()));
        }
    }

    private boolean free(ModelId model) {
        ModelFacts facts = scene.facts().at(model, scene.to());
        return facts != null
                && scene.facts().listed(model, scene.to())
                && facts.facts().free()
                && facts.aliasOf() == null
                && facts.facts().outputModalities().equals(Set.of("text"));
    }

    private static boolean tested(@Nullable Standing standing) {
        return standing != null && standing.observations() + standing.setAside() > 0;
    }

    /** A model outside the rotation, or down in it, that its figures alone would put before the primary. */
    private void promising(List<Recommendation> all) {
        if (scene.entries().isEmpty()) {
            return;
        }
        RotationEntry primary = scene.entries().getFirst();
        scene.ranked().after().values().stream()
                .filter(Scene::works)
                .filter(standing -> Scene.position(scene.after(), standing.model()) == null)
                .filter(standing -> index(standing) < CLEARLY * primary.expectedTimeToSuccessMs())
                .min(Comparator.comparingDouble(ModelAdvice::index).thenComparing(Standing::model))
                .ifPresent(standing -> all.add(new Recommendation(
                        Urgency.SOON,
                        "Look at what keeps a faster model out.",
                        standing.model() + " is expected to answer in " + Figures.millis(index(standing))
                                + ", the primary in " + Figures.millis(primary.expectedTimeToSuccessMs())
                                + "; a rule of the policy, or too little evidence (" + standing.observations()
                                + " results), keeps it out.",
                        "./rota explain " + standing.model())));
    }

    private void churn(List<Recommendation> all) {
        List<Availability.Departure> silent = rest.availability().departures().stream()
                .filter(gone -> gone.announcedFor() == null && gone.positionBefore() != null)
                .toList();
        if (!silent.isEmpty() && rest.availability().known()) {
            all.add(new Recommendation(
                    Urgency.SOON,
                    "Do not name models in applications: follow the rotation.",
                    silent.size() + (silent.size() == 1 ? " model" : " models")
                            + " of the rotation at the start vanished without notice, first "
                            + silent.getLast().model() + ".",
                    "./rota export litellm --watch config.yaml"));
        }
    }

    private static double index(Standing standing) {
        Double index = standing.expectedTimeToSuccessMs();
        return index == null ? Double.POSITIVE_INFINITY : index;
    }
}
