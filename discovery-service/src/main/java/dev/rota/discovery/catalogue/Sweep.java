package dev.rota.discovery.catalogue;

import java.time.Instant;

/** How an attempt to read a catalogue ended. */
public sealed interface Sweep {
    String catalogue();

    Instant at();

    /**
     * The catalogue was read to its end.
     *
     * @param reading what it said
     */
    record Read(Reading reading) implements Sweep {
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
    }
}
