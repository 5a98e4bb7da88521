package dev.rota.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rota.launcher.command.RotaCommand;
import dev.rota.launcher.instance.Instances;
import dev.rota.launcher.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HelpTest {
    /** Quoted or not. */
    private static final Pattern WORD = Pattern.compile("'[^']*'|[^ ']+");

    @TempDir
    Path directory;

    @Test
    void everyCommandShowsAnExampleThatItUnderstands() {
        CommandLine root = root();
        assertThat(root.getSubcommands()).hasSizeGreaterThan(20);
        root.getSubcommands().forEach((name, command) -> {
            String help = command.getUsageMessage();
            assertThat(help).as(name).contains("--help");
            if (name.equals("help")) {
                return;
            }
            List<String> examples = Arrays.stream(
                            command.getCommandSpec().usageMessage().footer())
                    .filter(line -> line.contains("./rota " + name))
                    .toList();
            assertThat(examples).as("examples of %s", name).isNotEmpty();
            examples.forEach(example -> assertThatCode(() -> root().parseArgs(words(example)))
                    .as(example)
                    .doesNotThrowAnyException());
        });
    }

    /** The words after the program's name, up to what belongs to the shell. */
    private static String[] words(String example) {
        String command = example.substring(example.indexOf("./rota ") + "./rota ".length());
        Matcher word = WORD.matcher(command.replaceAll("[)|>;].*", ""));
        return word.results().map(found -> found.group().replace("'", "")).toArray(String[]::new);
    }

    @Test
    void theCompletionKnowsEveryCommandAndBashUnderstandsIt() throws IOException, InterruptedException {
        Shell shell = new Shell(directory.resolve("running"));
        Shell.Ran bash = shell.run("completion", "bash");
        assertThat(bash.code()).isZero();
        root().getSubcommands().keySet().forEach(name -> assertThat(bash.out()).contains(name));
        assertThat(shell.run("completion", "zsh").out())
                .contains("bashcompinit")
                .contains("complete -F");
        assertThat(shell.run("completion", "fish").code()).isEqualTo(Rota.WRONG_USAGE);
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash here");
        Path script = Files.writeString(directory.resolve("rota-completion"), bash.out());
        Process check = new ProcessBuilder("/bin/bash", "-n", script.toString())
                .redirectErrorStream(true)
                .start();
        try (InputStream said = check.getInputStream()) {
            assertThat(new String(said.readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
        }
        assertThat(check.waitFor()).isZero();
    }

    private CommandLine root() {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Context context = new Context(
                new Terminal(nowhere, nowhere, false, false),
                Map.of(),
                new Instances(directory.resolve("running")),
                Clock.systemUTC());
        return RotaCommand.line(new CommandFactory(context)).setCaseInsensitiveEnumValuesAllowed(true);
    }
}
