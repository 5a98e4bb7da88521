package dev.rota.report.build;

import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.domain.standing.Standing;
import dev.rota.report.content.FamilyRow;
import dev.rota.report.content.Recommendation;
import dev.rota.report.content.Recommendation.Urgency;
import dev.rota.report.content.Report;
import dev.rota.report.content.RotationRow;
import dev.rota.report.text.Figures;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What the rotation itself calls for. */
final class RotationAdvice {
    /** Under so many results a success rate is a guess. */
    private static final int FEW_RESULTS = 10;

    private static final double SHAKY = 0.8;
    private static final double ONE_FAMILY = 0.5;
    private static final int SMALL = 4;
    private static final double TURNS_A_DAY = 3;
    private static final Duration OLD = Duration.ofDays(2);

    private final Scene scene;
    private final Report rest;

    RotationAdvice(Scene scene, Report rest) {
        this.scene = scene;
        this.rest = rest;
    }

    void into(List<Recommendation> all) {
        Rotation rotation = scene.after();
        if (rotation == null || rotation.entries().isEmpty()) {
            all.add(new Recommendation(
                    Urgency.NOW,
                    "Find out why the rotation is empty.",
                    rotation == null || rotation.note() == null
                            ? "No tested model meets the policy's rules."
                            : "It says: " + rotation.note() + ".",
                    "./rota explain MODEL"));
            return;
        }
        stale(rotation, all);
        primary(rotation.entries().getFirst(), all);
        size(rotation, all);
        families(rotation, all);
        oneCatalogue(rotation, all);
        restless(all);
        old(rotation, all);
    }

    private static void stale(Rotation rotation, List<Recommendation> all) {
        if (rotation.stale()) {
            all.add(new Recommendation(
                    Urgency.NOW,
                    "Look at the account and the network first: every model failed at once.",
                    "The rotation is kept as it was since " + rotation.staleSince() + ": " + rotation.note() + ".",
                    "./rota doctor"));
        }
    }

    private void primary(RotationEntry primary, List<Recommendation> all) {
        Standing standing = scene.ranked().after().get(primary.model());
        if (primary.observations() < FEW_RESULTS) {
            all.add(new Recommendation(
                    Urgency.SOON,
                    "Test the primary more before relying on it.",
                    primary.model() + " stands first on " + primary.observations() + " results.",
                    "./rota test " + primary.model()));
        } else if (standing != null && standing.successRateLow() < SHAKY) {
            all.add(new Recommendation(
                    Urgency.SOON,
                    "Let callers fall back fast: the primary is not sure.",
                    primary.model() + " succeeds " + Figures.percent(primary.successRate())
                            + " of the time (80 % interval "
                            + Figures.percent(standing.successRateLow()) + " to "
                            + Figures.percent(standing.successRateHigh())
                            + "), yet is expected to answer soonest even so.",
                    "./rota explain " + primary.model()));
        }
    }

    private void size(Rotation rotation, List<Recommendation> all) {
        int size = rotation.entries().size();
        double allFail = Chain.allFail(rotation);
        if (size < SMALL || allFail > 0.01) {
            all.add(new Recommendation(
                    Urgency.SOON,
                    "Widen the rotation.",
                    "With " + size + (size == 1 ? " entry" : " entries") + " the chance that all fail at once is "
                            + Figures.percent(allFail)
                            + " even if failures are independent; a further catalogue or a laxer policy adds fallbacks.",
                    null));
        }
    }

    private void families(Rotation rotation, List<Recommendation> all) {
        int size = rotation.entries().size();
        for (FamilyRow family : rest.families()) {
            if (size >= SMALL && family.inRotation() > ONE_FAMILY * size) {
                all.add(new Recommendation(
                        Urgency.SOON,
                        "Spread the rotation over more families.",
                        family.inRotation() + " of its " + size + " entries are " + family.family()
                                + "'s: what ends that family's free offer ends them together.",
                        null));
            }
        }
    }

    private void oneCatalogue(Rotation rotation, List<Recommendation> all) {
        long catalogues = rotation.entries().stream()
                .map(entry -> entry.model().catalogue())
                .distinct()
                .count();
        if (catalogues == 1 && !rest.subject().simulated()) {
            String only = rotation.entries().getFirst().model().catalogue();
            all.add(new Recommendation(
                    Urgency.SOON,
                    "Add a second catalogue.",
                    "Every entry is reached through " + only + ": if its account or address fails, all fail.",
                    "./rota up --catalogue " + only + " --catalogue NAME=https://host/v1"));
        }
    }

    private void restless(List<Recommendation> all) {
        double days = Math.max(
                1,
                Duration.between(scene.from(), scene.to()).toMinutes()
                        / (double) Duration.ofDays(1).toMinutes());
        int turns = Math.max(0, rest.primaries().size() - 1);
        if (turns / days > TURNS_A_DAY) {
            all.add(new Recommendation(
                    Urgency.SOON,
                    "Make the rotation steadier.",
                    String.format(
                            Locale.ROOT,
                            "The primary changed %d times, %.1f times a day; a wider margin or a longer dwell in the policy calms it.",
                            turns,
                            turns / days),
                    "./rota replay --policy FILE --changes"));
        }
    }

    private void old(Rotation rotation, List<Recommendation> all) {
        List<RotationRow> old = rest.rotation().stream()
                .filter(row -> row.entry().lastResultAt().isBefore(scene.to().minus(OLD)))
                .toList();
        if (!old.isEmpty()) {
            all.add(new Recommendation(
                    Urgency.SOON,
                    "Test the entries again that rest on old evidence.",
                    old.size() + " of " + rotation.entries().size() + " have no result of the last "
                            + OLD.toHours() + " hours, first "
                            + old.getFirst().entry().model() + ".",
                    "./rota test " + old.getFirst().entry().model()));
        }
    }
}
