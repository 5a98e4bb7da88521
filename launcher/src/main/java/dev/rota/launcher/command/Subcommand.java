package dev.rota.launcher.command;

import dev.rota.launcher.Context;
import dev.rota.launcher.Logging;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What every command has: the context, and the options that all understand. Returns the exit code. */
@Command(mixinStandardHelpOptions = true, version = "rota 0.1.0")
abstract class Subcommand implements Callable<Integer> {
    private final Context context;

    Subcommand(Context context) {
        this.context = context;
    }

    @Option(names = "--verbose", description = "Log what happens, and show stack traces.")
    void setVerbose(boolean verbose) {
        if (verbose) {
            Logging.beVerbose();
        }
    }

    final Context context() {
        return context;
    }

    /** Data for the user or the next program. */
    final void print(String line) {
        context.terminal().out().println(line);
    }

    /** Everything else. */
    final void say(String line) {
        context.terminal().err().println(line);
    }
}
