package dev.rota.tester;

import dev.rota.tester.queue.Delivery;
import java.util.List;
import java.util.function.Function;

/**
 * Slots that work side by side, each with a member of the group of its own, or, while probes are short, all from what
 * the first of them takes: few members that take much cost the brokers a fraction of many that take little.
 */
final class Team {
    /**
     * A member for each eight slots: enough to have all partitions read, and to go on while others wait for brokers.
     */
    static final int SIZE = 8;

    private final BatchSizing sizing;
    private final List<Function<Delivery, Settlement>> hands;

    /**
     * A team.
     *
     * @param handlers one a slot
     */
    Team(BatchSizing sizing, List<ProbeHandler> handlers) {
        this.sizing = sizing;
        this.hands = handlers.stream()
                .<Function<Delivery, Settlement>>map(handler -> handler::handle)
                .toList();
    }

    Member member(int number) {
        return new Member(number);
    }

    /** One slot's place. */
    final class Member {
        private final int number;

        private Member(int number) {
            this.number = number;
        }

        BatchSizing sizing() {
            return sizing;
        }

        /** Whether the first of the team takes probes for this one. */
        boolean isSpare() {
            return number > 0 && sizing.together();
        }

        /** Who works on as many deliveries. */
        List<Function<Delivery, Settlement>> hands(int deliveries) {
            return deliveries > 1 ? hands : List.of(hands.get(number));
        }
    }
}
