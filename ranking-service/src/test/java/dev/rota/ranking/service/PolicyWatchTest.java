package dev.rota.ranking.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.policyfile.PolicyReader;
import dev.rota.ranking.policyfile.StockPolicies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyWatchTest {
    private static final String SIZE_5 = "name: mine\norder: expectedTimeToSuccessMs\nsize: 5\n";

    @TempDir
    Path directory;

    private final Policy stock = StockPolicies.named("speed").orElseThrow();
    private Path file;
    private PolicyWatch watch;

    @BeforeEach
    void start() throws IOException {
        file = Files.writeString(directory.resolve("mine.yaml"), SIZE_5);
        Policy mine = PolicyReader.read("mine.yaml", SIZE_5);
        watch = new PolicyWatch(List.of(mine, stock), Map.of("mine", file));
    }

    @Test
    void aChangedFileMakesAnotherPolicyOnce() throws IOException {
        assertThat(watch.changed()).isEmpty();
        Files.writeString(file, SIZE_5.replace('5', '7'));
        assertThat(watch.changed().orElseThrow()).extracting(Policy::size).containsExactly(7, stock.size());
        assertThat(watch.changed()).isEmpty();
    }

    @Test
    void aFileThatIsWrongOrGoneChangesNothingUntilItIsRightAgain() throws IOException {
        Files.writeString(file, SIZE_5.replace('5', 'x'));
        assertThat(watch.changed()).isEmpty();
        Files.delete(file);
        assertThat(watch.changed()).isEmpty();
        Files.writeString(file, SIZE_5.replace('5', '7'));
        assertThat(watch.changed().orElseThrow().getFirst().size()).isEqualTo(7);
    }
}
