package dev.rota.discovery.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an attempt to read a catalogue ended. */
public sealed interface Sweep {
    String catalogue();

    Instant at();

    /** The provider's time as it answered; null if it did not say. */
    @Nullable
    Instant providersTime();

    /**
     * The catalogue was read to its end.
     *
     * @param reading what it said
     * @param providersTime the provider's time as it answered; null if it does not say
     */
    record Read(Reading reading, @Nullable Instant providersTime) implements Sweep {
        public Read(Reading reading) {
            this(reading, null);
        }

        @Override
        public String catalogue() {
            return reading.catalogue();
        }

        @Override
        public Instant at() {
            return reading.readAt();
        }
    }

    /**
     * It was not, so nothing is known that was not known before.
     *
     * @param at when
     * @param problem why
     */
    record Failed(Instant at, CatalogueProblem problem) implements Sweep {
        @Override
        public String catalogue() {
            return problem.catalogue();
        }

        @Override
        public @Nullable Instant providersTime() {
            return null;
        }
    }
}
