package dev.rota.ranking.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantilesTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void itIsTheLeastValueAtOrBelowWhichTheShareLies(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            int n = 1 + random.nextInt(60);
            int[] values = random.ints(n, 0, random.nextBoolean() ? 10 : 60_000).toArray();
            // Powers of two, so that no order of adding them up gives another sum.
            double[] weights = IntStream.range(0, n)
                    .mapToDouble(_ -> 1.0 / (1 << random.nextInt(8)))
                    .toArray();
            Quantiles.Weighed quantiles = Quantiles.of(values, n).weighed(weights);
            for (double share : new double[] {0.5, 0.95, 0.0, 1.0, random.nextDouble()}) {
                assertThat(quantiles.at(share)).isEqualTo(bySorting(values, weights, share));
            }
        }
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        assertThat(weighed(new int[] {-1}, 1).isEmpty()).isTrue();
        assertThat(weighed(new int[] {-1, 3, -1}, 9, 1, 9).at(0.5)).isEqualTo(3);
    }

    private static Quantiles.Weighed weighed(int[] values, double... weights) {
        return Quantiles.of(values, values.length).weighed(weights);
    }

    private static double bySorting(int[] values, double[] weights, double share) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> values[i]))
                .mapToInt(i -> i)
                .toArray();
        double wanted = share * Arrays.stream(weights).sum();
        double sum = 0;
        for (int i : order) {
            sum += weights[i];
            if (sum >= wanted) {
                return values[i];
            }
        }
        return values[order[order.length - 1]];
    }
}
