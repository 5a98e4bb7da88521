package dev.rota.tester.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rota.testsupport.random.Seed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpendingBookTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private final SpendingBook book = new SpendingBook();

    @Test
    void theCapHoldsForCallsInFlightTogether() {
        assertThat(reserve("1", "a", TODAY, 0.6)).isTrue();
        assertThat(reserve("2", "a", TODAY, 0.6)).isFalse();
        assertThat(reserve("3", "b", TODAY, 0.6)).isTrue();
    }

    @Test
    void whatACallDidNotUseIsFreeAgain() {
        assertThat(reserve("1", "a", TODAY, 0.6)).isTrue();
        book.add(new SpendingEntry.Settled("1", "a", TODAY, 0.1));
        assertThat(reserve("2", "a", TODAY, 0.6)).isTrue();
        assertThat(book.spent("a", TODAY)).isCloseTo(0.7, within(1e-9));
    }

    @Test
    void aRefusedCallCannotBeSettled() {
        assertThat(reserve("1", "a", TODAY, 2)).isFalse();
        book.add(new SpendingEntry.Settled("1", "a", TODAY, 2));
        assertThat(book.spent("a", TODAY)).isZero();
    }

    @Test
    void aNewUtcDayHasItsOwnCap() {
        assertThat(reserve("1", "a", TODAY, 0.9)).isTrue();
        assertThat(reserve("2", "a", TODAY.plusDays(1), 0.9)).isTrue();
        book.add(new SpendingEntry.Settled("1", "a", TODAY, 0));
        assertThat(book.spent("a", TODAY.plusDays(1))).isEqualTo(0.9);
    }

    @Test
    void aClockThatIsAheadDoesNotMakeTodayForgotten() {
        assertThat(reserve("1", "a", TODAY, 0.9)).isTrue();
        assertThat(reserve("2", "a", TODAY.plusDays(400), 0.9)).isTrue();
        assertThat(reserve("3", "a", TODAY, 0.9)).isFalse();
    }

    @Test
    void readersOfTheSameEntriesAgreeAndTheCapIsNeverPassed(@Seed Random random) {
        SpendingBook other = new SpendingBook();
        List<SpendingEntry.Reserved> open = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            SpendingEntry entry;
            if (open.isEmpty() || random.nextInt(3) > 0) {
                entry = new SpendingEntry.Reserved("r" + i, "a", TODAY, random.nextDouble() / 5, 1);
            } else {
                SpendingEntry.Reserved ended = open.remove(random.nextInt(open.size()));
                entry = ended.settled(ended.usd() * random.nextDouble());
            }
            book.add(entry);
            other.add(entry);
            if (entry instanceof SpendingEntry.Reserved reserved) {
                assertThat(other.granted(reserved)).isEqualTo(book.granted(reserved));
                if (book.granted(reserved)) {
                    open.add(reserved);
                }
            }
            assertThat(book.spent("a", TODAY)).isLessThanOrEqualTo(1);
        }
    }

    private boolean reserve(String id, String catalogue, LocalDate day, double usd) {
        SpendingEntry.Reserved entry = new SpendingEntry.Reserved(id, catalogue, day, usd, 1);
        book.add(entry);
        return book.granted(entry);
    }
}
