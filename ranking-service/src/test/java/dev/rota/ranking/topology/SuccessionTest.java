package dev.rota.ranking.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class SuccessionTest {
    private final Succession first = new Succession(1);
    private final Succession second = new Succession(2);

    @Test
    void whereNothingIsPublishedThereIsNothingToTakeOver() {
        assertThat(second.waits(List.of("speed"))).isFalse();
        assertThat(second.over(List.of("speed"))).isFalse();
        assertThat(second.silent()).isFalse();
    }

    @Test
    void theLaterOneWaitsUntilARotationIsItsOwn() {
        second.published("speed", first.headers());
        second.published("quality", first.headers());
        assertThat(second.waits(List.of("speed", "quality"))).isTrue();
        assertThat(second.silent()).isTrue();
        second.published("speed", second.headers());
        assertThat(second.waits("speed")).isFalse();
        assertThat(second.waits("quality")).isTrue();
        assertThat(second.silent()).isFalse();
    }

    @Test
    void theEarlierOneIsRelievedRotationByRotation() {
        first.published("speed", second.headers());
        assertThat(first.lost("speed")).isTrue();
        assertThat(first.over(List.of("speed", "quality"))).isFalse();
        first.published("quality", second.headers());
        assertThat(first.over(List.of("speed", "quality"))).isTrue();
    }

    @Test
    void aLateWordOfTheEarlierOneChangesNothing() {
        second.published("speed", second.headers());
        second.published("speed", first.headers());
        assertThat(second.waits("speed")).isFalse();
    }

    @Test
    void aHeaderThatNoRankingWroteCountsAsNone() {
        for (String text : List.of("", "two", "-2", "99999999999")) {
            second.published(
                    "speed", new RecordHeaders().add(Succession.HEADER, text.getBytes(StandardCharsets.UTF_8)));
            assertThat(second.waits("speed")).as(text).isTrue();
        }
        second.published("quality", new RecordHeaders().add(Succession.HEADER, null));
        assertThat(second.waits("quality")).isTrue();
    }

    @Test
    void generationsCountFromOne() {
        assertThatThrownBy(() -> new Succession(0)).hasMessageContaining("generation must be 1 or more, not 0");
    }
}
