package dev.rota.launcher.command;

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
        footer = {"", "Start with: ./rota up", "Exit codes: 0 done, 1 it failed, 2 wrong usage or configuration."},
        subcommands = {
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
            CommandLine.HelpCommand.class
        })
public final class RotaCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
