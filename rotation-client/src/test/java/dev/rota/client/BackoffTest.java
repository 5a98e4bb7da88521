package dev.rota.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void waitsDoubleUpToTheLongestAndAtMostHalfIsTakenOff() {
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1));
        Random random = new Random(7);
        long[] full = {100, 200, 400, 800, 1000, 1000};
        for (int failures = 1; failures <= full.length; failures++) {
            assertThat(backoff.after(failures, random).toMillis())
                    .isBetween(full[failures - 1] / 2, full[failures - 1]);
        }
        assertThat(backoff.after(1_000_000, random)).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void waitsMustGrow() {
        assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .hasMessageContaining("backoff must begin above zero");
    }
}
