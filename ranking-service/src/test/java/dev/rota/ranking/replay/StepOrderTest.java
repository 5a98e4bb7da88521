package dev.rota.ranking.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.ranking.Samples;
import dev.rota.ranking.evidence.ResultLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepOrderTest {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    /** Many results a minute, one in a while, and one in a month: counted, counted, and compared. */
    @ParameterizedTest
    @ValueSource(longs = {10, 2_000, 40_000_000})
    void positionsComeByStepAndWithinAStepAsTheyWereAdded(long minutes) {
        Random random = new Random(minutes);
        Instant[] starts = Stream.generate(() -> Instant.ofEpochMilli((random.nextLong(minutes) - 5) * MINUTE + 7))
                .limit(1_000)
                .toArray(Instant[]::new);
        long[] expected = byStep(starts, IntStream.range(0, starts.length));
        assertThat(StepOrder.of(log(starts), Long.MAX_VALUE)).isEqualTo(expected);
    }

    @Test
    void whatStartsLaterIsLeftOut() {
        Instant[] starts = {Instant.ofEpochSecond(200), Instant.ofEpochSecond(100), Instant.ofEpochSecond(199)};
        assertThat(StepOrder.of(log(starts), 199_000)).isEqualTo(byStep(starts, IntStream.of(1, 2)));
        assertThat(StepOrder.of(log(starts), 99_999)).isEmpty();
        assertThat(StepOrder.of(new ResultLog(), Long.MAX_VALUE)).isEmpty();
    }

    private static long[] byStep(Instant[] starts, IntStream positions) {
        LongStream entries = positions.mapToLong(i -> (Math.floorDiv(starts[i].toEpochMilli(), MINUTE) << 32) | i);
        return entries.sorted().toArray();
    }

    private static ResultLog log(Instant... starts) {
        ResultLog log = new ResultLog();
        List.of(starts).forEach(at -> log.add(Samples.success(Samples.model("acme/x"), at, 900)));
        return log;
    }
}
