package dev.rota.launcher.up;

import dev.rota.discovery.CatalogueReport;
import dev.rota.discovery.DiscoveryListener;
import dev.rota.discovery.catalogue.CatalogueProblem;
import dev.rota.discovery.plan.Budget;
import dev.rota.discovery.wanted.Finding;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A line for each catalogue's first sweep and each that changed something, one for each thing that was wrong, and what
 * became of wanted ids.
 */
final class SweepLines implements DiscoveryListener {
    private final Consumer<String> lines;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    /** @param lines where each line goes */
    SweepLines(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void onSweep(CatalogueReport report) {
        if (!report.accepted()) {
            // Why has been told as a problem; a catalogue that stays away is told of once.
            if (failing.add(report.catalogue())) {
                lines.accept("catalogue " + report.catalogue() + " was not read; what was known of it stays");
            }
            return;
        }
        boolean back = failing.remove(report.catalogue());
        if (told.add(report.catalogue()) || back || changes(report) > 0) {
            lines.accept(sentence(report));
        }
    }

    private static int changes(CatalogueReport report) {
        return report.found() + report.changed() + report.retired() + report.returned();
    }

    private static String sentence(CatalogueReport report) {
        return "catalogue " + report.catalogue() + ": " + report.models() + " models, "
                + report.candidates() + " to test; " + report.found() + " new, " + report.changed() + " changed, "
                + report.retired() + " retired, " + report.returned() + " returned";
    }

    @Override
    public void onWait(String catalogue, int models, Budget budget) {
        Integer perMinute = budget.limits().probesPerMinute();
        String line = "catalogue " + catalogue + ": " + models + " models wait for requests that the account allows";
        lines.accept(
                budget.pausedUntil() != null
                        ? line + "; the provider has asked to be left alone until " + budget.pausedUntil()
                        : line + ", " + perMinute + " a minute for probes (catalogues." + catalogue
                                + ".budget.perMinute and reservedShare)");
    }

    @Override
    public void onWanted(Finding finding) {
        lines.accept("wanted: " + finding.sentence());
    }

    @Override
    public void onProblem(CatalogueProblem problem) {
        lines.accept(problem.toString());
    }
}
