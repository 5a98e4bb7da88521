package dev.rota.report.build;

import dev.rota.domain.result.Fault;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.report.content.Availability;
import dev.rota.report.content.Failures;
import dev.rota.report.content.FamilyRow;
import dev.rota.report.content.Report;
import dev.rota.report.text.Figures;
import java.util.ArrayList;
import java.util.List;

/** The executive summary in words. */
final class Sentences {
    private final Scene scene;
    private final Report rest;

    Sentences(Scene scene, Report rest) {
        this.scene = scene;
        this.rest = rest;
    }

    List<String> all() {
        List<String> all = new ArrayList<>();
        all.add(primary());
        all.add(coverage());
        if (rest.failures().results() > 0) {
            all.add(requests());
        }
        all.add(changes());
        return all;
    }

    private String primary() {
        Rotation after = scene.after();
        if (after == null || after.entries().isEmpty()) {
            return "No model is fit for the rotation " + scene.ranked().name() + " yet.";
        }
        RotationEntry now = after.entries().getFirst();
        String is = now.model() + " is the primary of " + after.name() + ": it answers in "
                + Figures.millis(now.latencyP50Ms()) + " at the median and succeeds "
                + Figures.percent(now.successRate())
                + " of the time";
        Rotation before = scene.before();
        if (before == null || before.entries().isEmpty() || before.revision() == after.revision()) {
            return is + ".";
        }
        RotationEntry was = before.entries().getFirst();
        if (was.model().equals(now.model())) {
            return is + ", and was so at the start (" + figures(was) + ").";
        }
        double share = (now.latencyP50Ms() - was.latencyP50Ms()) / was.latencyP50Ms();
        return is + Figures.format(", %.0f %% %s than ", Math.abs(share) * 100, share < 0 ? "faster" : "slower")
                + was.model() + " before it (" + figures(was) + ").";
    }

    private static String figures(RotationEntry entry) {
        return Figures.millis(entry.latencyP50Ms()) + ", " + Figures.percent(entry.successRate());
    }

    private String coverage() {
        long working =
                scene.ranked().after().values().stream().filter(Scene::works).count();
        long tested = scene.ranked().after().values().stream()
                .filter(standing -> !standing.retired() && standing.observations() > 0)
                .count();
        int listed = rest.families().stream().mapToInt(FamilyRow::listed).sum();
        long families = rest.families().stream()
                .filter(family -> family.inRotation() > 0)
                .count();
        Rotation after = scene.after();
        String chance = after == null || after.entries().isEmpty()
                ? ""
                : " The chance that all of them fail at once is " + Figures.percent(Chain.allFail(after))
                        + ", were their failures independent.";
        return Figures.counted(working, "model works", "models work") + ", of " + Figures.count(tested) + " tested"
                + (rest.availability().known() ? " and " + Figures.count(listed) + " listed" : "") + "; "
                + Figures.counted(scene.entries().size(), "is", "are") + " in the rotation, of "
                + Figures.counted(families, "family", "families") + "." + chance;
    }

    private String requests() {
        Failures failures = rest.failures();
        long answered = failures.results() - failures.failed();
        String text = Figures.counted(failures.results(), "request was made", "requests were made") + " to "
                + Figures.counted(rest.subject().tested(), "model", "models") + "; "
                + Figures.percent(answered / (double) failures.results()) + " were answered.";
        if (failures.failed() == 0) {
            return text;
        }
        return text + " Of the failures " + Figures.percent(failures.of(Fault.MODEL) / (double) failures.failed())
                + " speak about models, "
                + Figures.percent(failures.of(Fault.ACCOUNT) / (double) failures.failed())
                + " about the account and "
                + Figures.percent(failures.of(Fault.LOCAL) / (double) failures.failed())
                + " about this side's network.";
    }

    private String changes() {
        Availability availability = rest.availability();
        int turns = Math.max(0, rest.primaries().size() - 1);
        String came = Figures.counted(availability.arrivals().size(), "model came", "models came") + " and "
                + Figures.counted(availability.departures().size(), "went", "went");
        String notice = availability.departures().isEmpty() || !availability.known()
                ? ""
                : ", " + availability.announced() + " with notice";
        return came + notice + "; the primary changed " + (turns == 1 ? "once" : turns + " times") + ".";
    }
}
