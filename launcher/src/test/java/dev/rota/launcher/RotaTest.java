package dev.rota.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.launcher.instance.Instances;
import dev.rota.launcher.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotaTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    @Test
    void anUnknownOptionIsWrongUsage() {
        assertThat(run("rotation", "--jsonn")).isEqualTo(2);
        assertThat(error()).contains("--jsonn");
    }

    @Test
    void aMistakeIsToldInALineWithWhereToReadOn() {
        assertThat(run("changes", "--since", "2x")).isEqualTo(2);
        assertThat(error())
                .startsWith("rota: Invalid value for option '--since': \"2x\" is no duration")
                .endsWith("./rota changes --help tells what it understands\n")
                .doesNotContain("Usage:", "Exception");
    }

    @Test
    void whoNamesNoCommandGetsTheListOfThem() {
        assertThat(run()).isEqualTo(2);
        assertThat(error()).contains("a command is missing", "Usage: rota", "rotation");
        assertThat(run("suite")).isEqualTo(2);
        assertThat(error()).contains("say what to do with a suite", "check");
    }

    @Test
    void aRotationToCompareWithIsLookedForFirst() {
        assertThat(run("replay", "--diff", "nothing.json")).isEqualTo(2);
        assertThat(error()).contains("--diff: there is no file nothing.json");
    }

    @Test
    void aStockRotationThatIsNotThereIsToldFromAPolicy() {
        assertThat(run("replay", "--rotation", "sped")).isEqualTo(2);
        assertThat(error())
                .contains("there is no stock rotation \"sped\"", "did you mean speed?", "name its file with --policy");
        assertThat(run("replay", "--policy", "sped")).isEqualTo(2);
        assertThat(error()).contains("policy \"sped\" is neither a readable file nor one of speed");
    }

    @Test
    void aCommandIsUnderstoodWithoutTheOthersAndAWrongOneOffersThem() {
        assertThat(run("rotation", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Usage: rota rotation", "Example: ./rota rotation");
        out.reset();
        assertThat(run("help", "changes")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Usage: rota changes");
        assertThat(run("rotatoin")).isEqualTo(2);
        assertThat(error()).contains("rotatoin", "rota rotation");
    }

    @Test
    void aLimitOfNoChangesIsWrongUsage() {
        assertThat(run("changes", "--limit", "0")).isEqualTo(2);
        assertThat(error()).contains("--limit must be 1 or more, not 0");
    }

    @Test
    void whatIsNotManagedIsNotKept() throws Exception {
        MBeanServer server = new NoManagement().newMBeanServer("test", null, null);
        ObjectName name = new ObjectName("test:type=nothing");
        assertThat(server.registerMBean(new Object(), name)).isNull();
        assertThat(server.isRegistered(name)).isFalse();
        assertThat(server.getMBeanCount()).isZero();
    }

    @Test
    void withoutARunningRotaACommandSaysWhatToDo() {
        assertThat(run("rotation")).isEqualTo(1);
        assertThat(error())
                .isEqualTo("rota: no Rota runs on this machine: start it with ./rota up, or name a Kafka with"
                        + " --kafka HOST:PORT and its registry with --registry URL\n");
        assertThat(out.size()).isZero();
    }

    @Test
    void explainNeedsAModelAndARunningRota() {
        assertThat(run("explain")).isEqualTo(2);
        assertThat(error()).contains("MODEL");
        assertThat(run("explain", "a/b")).isEqualTo(1);
        assertThat(error()).contains("no Rota runs on this machine");
    }

    @Test
    void everyMistakeInTheConfigurationIsTold() throws Exception {
        Path config = Files.writeString(directory.resolve("rota.yaml"), "tester: {slot: 8}\ndiscovry: {timeout: 5s}\n");

        assertThat(run(
                        "up",
                        "--config",
                        config.toString(),
                        "--data",
                        directory.resolve("d").toString()))
                .isEqualTo(2);
        assertThat(error()).contains("tester.slot: unknown setting", "discovry.timeout: unknown setting");
        assertThat(directory.resolve("d")).doesNotExist();
    }

    @Test
    void aHistoryThatIsNotThereIsWrongUsage() {
        assertThat(run("backtest", "--input", directory.resolve("none").toString(), "--policy", "speed"))
                .isEqualTo(2);
        assertThat(error()).contains("there is no such file");
    }

    @Test
    void anUnknownPolicyOffersTheNearest() throws Exception {
        Path history = Files.writeString(directory.resolve("h.jsonl"), "");

        assertThat(run("backtest", "--input", history.toString(), "--policy", "sped"))
                .isEqualTo(2);
        assertThat(error()).contains("did you mean speed?");
    }

    private int run(String... args) {
        Terminal terminal = new Terminal(print(out), print(err), false, false);
        return Rota.run(
                new Context(terminal, Map.of(), new Instances(directory.resolve("running")), Clock.systemUTC()), args);
    }

    private String error() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
