package dev.rota.launcher.options;

import dev.rota.launcher.Logging;
import picocli.CommandLine.Option;

/** What every command understands. */
public final class CommonOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    @Option(names = "--verbose", description = "Log what happens, and show stack traces.")
    void setVerbose(boolean verbose) {
        if (verbose) {
            Logging.beVerbose();
        }
    }
}
