package dev.rota.launcher.command;

import dev.rota.launcher.Context;
import dev.rota.launcher.Rota;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        description = "A script that lets the shell complete commands and options.",
        footer = {
            "",
            "To have it in every shell, put the line below into ~/.bashrc or ~/.zshrc, with the whole path of rota.",
            "Example: source <(./rota completion bash)"
        })
final class CompletionCommand extends Subcommand {
    /** The shells there are scripts for. */
    enum Shell {
        bash,
        zsh
    }

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private Shell shell;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    CompletionCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        List<String> before = switch (shell) {
            case bash -> List.of();
            // The script is bash's; zsh reads it with these.
            case zsh -> List.of("autoload -U +X compinit && compinit", "autoload -U +X bashcompinit && bashcompinit");
        };
        before.forEach(this::print);
        print(AutoComplete.bash("rota", spec.root().commandLine()));
        return Rota.DONE;
    }
}
