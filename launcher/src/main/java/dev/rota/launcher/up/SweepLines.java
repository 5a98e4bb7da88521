package dev.rota.launcher.up;

import dev.rota.discovery.CatalogueReport;
import dev.rota.discovery.DiscoveryListener;
import dev.rota.discovery.catalogue.CatalogueProblem;
import dev.rota.launcher.terminal.Terminal;

/** A line for each sweep, and one for each thing that was wrong with it. */
final class SweepLines implements DiscoveryListener {
    private final Terminal terminal;

    SweepLines(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void onSweep(CatalogueReport report) {
        if (!report.accepted()) {
            report.problems().forEach(this::onProblem);
            terminal.err().println("catalogue " + report.catalogue() + " was not read; what was known of it stays");
            return;
        }
        terminal.err()
                .println("catalogue " + report.catalogue() + ": " + report.models() + " models, "
                        + report.candidates() + " to test; " + report.found() + " new, " + report.changed()
                        + " changed, "
                        + report.retired() + " retired, " + report.returned() + " returned");
    }

    @Override
    public void onProblem(CatalogueProblem problem) {
        terminal.err().println(problem);
    }
}
