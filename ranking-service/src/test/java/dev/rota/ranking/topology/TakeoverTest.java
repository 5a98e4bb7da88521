package dev.rota.ranking.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.ranking.Samples;
import dev.rota.ranking.policyfile.StockPolicies;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Between a later generation's first word and the earlier one's last, both may publish. */
class TakeoverTest {
    private static final ModelId A = Samples.model("a/one");
    private static final Instant NOW = DrivenTopology.START.plus(Duration.ofMinutes(5));

    @TempDir
    Path directory;

    private final Succession second = new Succession(2);
    private DrivenTopology topology;

    @BeforeEach
    void takeOver() {
        topology = new DrivenTopology(
                directory, List.of(StockPolicies.named("speed").orElseThrow()), second);
        earlier(5);
        for (int i = 0; i < 3; i++) {
            topology.result(Samples.success(A, NOW.plusSeconds(i), 900));
        }
        topology.tick(Duration.ofSeconds(2));
        assertThat(topology.rotations())
                .as("it says nothing before it has caught up")
                .isEmpty();
        second.caughtUp();
        topology.tick(Duration.ofSeconds(2));
        assertThat(topology.rotations()).extracting(Rotation::revision).containsExactly(6L);
    }

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void aLateWordOfTheEarlierOneIsAnsweredOnceUnderAHigherNumber() {
        earlier(6);
        topology.tick(Duration.ofSeconds(2));
        assertThat(topology.rotations()).singleElement().satisfies(last -> {
            assertThat(last.revision()).isEqualTo(7);
            assertThat(last.entries()).extracting(RotationEntry::model).containsExactly(A);
        });
        topology.tick(Duration.ofSeconds(10));
        assertThat(topology.rotations()).isEmpty();
    }

    @Test
    void severalLateWordsAreAnsweredAboveTheHighest() {
        earlier(6);
        earlier(7);
        earlier(8);
        topology.tick(Duration.ofSeconds(2));
        assertThat(topology.rotations()).extracting(Rotation::revision).containsExactly(9L);
    }

    @Test
    void whoReadsItsOwnWordLastHasNothingToAnswer() {
        topology.published(rotation(6), second.headers());
        topology.tick(Duration.ofSeconds(2));
        assertThat(topology.rotations()).isEmpty();
    }

    private void earlier(long revision) {
        topology.published(rotation(revision), new RecordHeaders());
    }

    private static Rotation rotation(long revision) {
        return new Rotation("speed", revision, NOW.minusSeconds(60), "policy", List.of(), null, null);
    }
}
