package dev.rota.launcher.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a command: it shows what there is. */
@Command(
        name = "rota",
        description = "Which language models work right now, and in what order to try them.",
        mixinStandardHelpOptions = true,
        version = "rota 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Start with: ./rota up", "Exit codes: 0 done, 1 it failed, 2 wrong usage or configuration."})
public final class RotaCommand implements Runnable {
    private static final List<Class<?>> COMMANDS = List.of(
            UpCommand.class,
            DiscoveryCommand.class,
            TesterCommand.class,
            RankingCommand.class,
            GatewayCommand.class,
            SimulatorCommand.class,
            RegistryCommand.class,
            TopicsCommand.class,
            RotationCommand.class,
            WatchCommand.class,
            ModelsCommand.class,
            ExplainCommand.class,
            ChangesCommand.class,
            FindCommand.class,
            DoctorCommand.class,
            TestCommand.class,
            SuiteCommand.class,
            ReplayCommand.class,
            BacktestCommand.class,
            ImportCommand.class,
            HistoryCommand.class,
            ReportCommand.class,
            ExportCommand.class,
            CompletionCommand.class,
            CommandLine.HelpCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls run
    private CommandSpec spec;

    private RotaCommand() {}

    /** The whole command line. */
    public static CommandLine line(CommandLine.IFactory factory) {
        CommandLine line = new CommandLine(new RotaCommand(), factory);
        COMMANDS.forEach(line::addSubcommand);
        return line;
    }

    /**
     * The command line as far as the first word needs it: looking at all commands costs a tenth of a second, which is
     * much for one that only answers. Words that are not just a command's name, and commands that speak of others, get
     * all of it.
     */
    public static CommandLine line(CommandLine.IFactory factory, String[] words) {
        if (words.length > 0) {
            for (Class<?> command : COMMANDS) {
                if (command != CompletionCommand.class && nameOf(command).equals(words[0])) {
                    return new CommandLine(new RotaCommand(), factory).addSubcommand(command);
                }
            }
        }
        return line(factory);
    }

    private static String nameOf(Class<?> command) {
        // The help command is picocli's own, and needs all the others.
        return command == CommandLine.HelpCommand.class
                ? ""
                : command.getAnnotation(Command.class).name();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
