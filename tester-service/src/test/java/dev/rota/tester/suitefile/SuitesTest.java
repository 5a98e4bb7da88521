package dev.rota.tester.suitefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuitesTest {
    private static final String SUITE = "suite: %s\ntasks: [{name: a, promptFile: %s, graders: [{contains: x}]}]\n";

    @TempDir
    Path directory;

    @Test
    void findsTheStockSuitesAndTheUsersOwn() throws Exception {
        Files.writeString(directory.resolve("prompt.md"), "Say x.");
        Files.writeString(directory.resolve("b.yaml"), SUITE.formatted("mine", "prompt.md"));
        Files.writeString(directory.resolve("c.yml"), SUITE.formatted("standard", "prompt.md"));

        Suites suites = Suites.with(List.of(directory));

        assertThat(suites.names()).containsExactly("agent", "mine", "standard");
        assertThat(suites.find("standard").orElseThrow().tasks()).hasSize(1);
        assertThat(suites.find("other")).isEmpty();
    }

    @Test
    void readsNothingFromOutsideTheDirectory() throws Exception {
        Path file = Files.writeString(directory.resolve("b.yaml"), SUITE.formatted("mine", "../secret.md"));
        Files.writeString(directory.resolveSibling("secret.md"), "secret");

        assertThatThrownBy(() -> SuiteFiles.read(file)).hasMessageContaining("give its plain name");
    }

    @Test
    void refusesAFileThatIsMissingOrNoText() throws Exception {
        Path binary = Files.write(directory.resolve("x.yaml"), new byte[] {(byte) 0xff, 0, 1});

        assertThatThrownBy(() -> SuiteFiles.read(binary)).hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> SuiteFiles.read(directory.resolve("no.yaml"))).isInstanceOf(SuiteFileException.class);
    }
}
