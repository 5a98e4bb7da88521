package dev.rota.launcher;

import dev.rota.launcher.command.RotaCommand;
import dev.rota.launcher.instance.Instances;
import dev.rota.launcher.terminal.Terminal;
import java.time.Clock;
import picocli.CommandLine;

/** The entry: parse, build, run, exit code. */
public final class Rota {
    /** It is done. */
    public static final int DONE = 0;

    /** It failed. */
    public static final int FAILED = 1;

    /** It was called or configured wrongly. */
    public static final int WRONG_USAGE = 2;

    private Rota() {}

    public static void main(String[] args) {
        Context context = new Context(Terminal.ofProcess(), System.getenv(), Instances.ofHome(), Clock.systemUTC());
        int code = run(context, args);
        System.out.flush();
        System.exit(code);
    }

    /** The seam for tests: all of the command line but the process. */
    static int run(Context context, String... args) {
        Failures failures = new Failures(context.terminal());
        CommandLine line = RotaCommand.line(new CommandFactory(context), args)
                .setOut(context.terminal().printWriter())
                .setErr(context.terminal().errorWriter())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(new WrongUsage())
                .setExecutionExceptionHandler((exception, command, parsed) -> failures.tell(exception));
        return line.execute(args);
    }
}
