package dev.rota.simulator.scenario;

import java.time.Duration;
import java.time.Instant;

/** A point of time in a scenario: so long after the start, or a date. */
public sealed interface Moment {
    Instant resolve(Instant start);

    /** So long after the simulator's start. */
    record After(Duration offset) implements Moment {
        @Override
        public Instant resolve(Instant start) {
            return start.plus(offset);
        }
    }

    /** At a date, whenever the simulator started. */
    record At(Instant instant) implements Moment {
        @Override
        public Instant resolve(Instant start) {
            return instant;
        }
    }
}
