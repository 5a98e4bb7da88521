package dev.rota.launcher;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells what of a command line was not understood, and where to read on: a page of help after each mistake would push
 * the mistake out of sight. Only who named no command gets the list of them.
 */
final class WrongUsage implements CommandLine.IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException mistake, String[] words) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("rota: " + mistake.getMessage());
        boolean choice = mistake.getClass() == ParameterException.class;
        if (choice && !command.getSubcommands().isEmpty()) {
            command.usage(err);
        } else if (!UnmatchedArgumentException.printSuggestions(mistake, err)) {
            err.println("./" + command.getCommandSpec().qualifiedName() + " --help tells what it understands");
        }
        err.flush();
        return Rota.WRONG_USAGE;
    }
}
