package dev.rota.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.testsupport.random.Seed;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {
    @Test
    void whatIsSettledBeyondTheOffsetSurvivesTheCommit() {
        Progress progress = Progress.at(100);
        progress.settle(List.of(101L, 102L, 103L, 107L));
        progress.advance(100);
        assertThat(progress.next()).isEqualTo(100);
        assertThat(progress.metadata()).isEqualTo("1-3,7");
        Progress again = Progress.of(progress.next(), progress.metadata());
        assertThat(again.settled(99)).isTrue();
        assertThat(again.settled(100)).isFalse();
        assertThat(again.settled(102)).isTrue();
        assertThat(again.settled(104)).isFalse();
        assertThat(again.settled(107)).isTrue();
    }

    @Test
    void theOffsetNeverGoesBack() {
        Progress progress = Progress.at(5);
        progress.advance(9);
        progress.advance(7);
        assertThat(progress.next()).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rubbish", "1-", "-", "zz-1", "1,,2"})
    void metadataOfSomebodyElseIsIgnored(String metadata) {
        Progress progress = Progress.of(10, metadata);
        assertThat(progress.settled(9)).isTrue();
        assertThat(progress.settled(10)).isFalse();
        assertThat(progress.next()).isEqualTo(10);
    }

    @Test
    void metadataStaysWithinWhatBrokersTake(@Seed long seed) {
        Random random = new Random(seed);
        Progress progress = Progress.at(0);
        TreeSet<Long> settled = new TreeSet<>();
        while (settled.size() < 5_000) {
            settled.add(1L + random.nextInt(1_000_000));
        }
        progress.settle(settled);
        progress.advance(0);
        assertThat(progress.metadata().length()).isLessThan(4_096);
        Progress again = Progress.of(0, progress.metadata());
        assertThat(again.settled(settled.first())).isTrue();
        assertThat(settled.stream().filter(again::settled).count()).isGreaterThan(500);
    }
}
