package dev.rota.ranking.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedWorkTest {
    @Test
    void everythingIsDoneOnceWhenItIsFinished() {
        for (int round = 0; round < 200; round++) {
            AtomicIntegerArray done = new AtomicIntegerArray(round);
            List<Integer> things = IntStream.range(0, round).boxed().toList();
            SharedWork.begin(things, done::incrementAndGet).finish();
            assertThat(IntStream.range(0, round).map(done::get)).allMatch(times -> times == 1);
        }
    }

    @Test
    void whoWaitsIsToldWhatWentWrong() {
        SharedWork<Integer> work = SharedWork.begin(List.of(1, 2, 3), thing -> {
            throw new IllegalStateException("no");
        });
        assertThatThrownBy(work::finish).isInstanceOf(IllegalStateException.class);
    }
}
