package dev.rota.tester.worker;

import dev.rota.domain.Checks;
import java.time.LocalDate;

/** A line of the account of spending. */
public sealed interface SpendingEntry {
    /** Names the reservation. */
    String id();

    /** Whose models are paid for. */
    String catalogue();

    /** The UTC day whose cap it concerns. */
    LocalDate day();

    /**
     * A call is about to be made, if the cap allows.
     *
     * @param usd the most it may cost
     * @param capUsd the day's cap, as the worker that asks knows it
     */
    record Reserved(String id, String catalogue, LocalDate day, double usd, double capUsd) implements SpendingEntry {
        public Reserved {
            Checks.text("id", id);
            Checks.text("catalogue", catalogue);
            Checks.notNegative("usd", usd);
            Checks.notNegative("capUsd", capUsd);
        }

        /** What came of it. */
        public Settled settled(double usedUsd) {
            return new Settled(id, catalogue, day, usedUsd);
        }
    }

    /**
     * The call is over.
     *
     * @param usd what it used
     */
    record Settled(String id, String catalogue, LocalDate day, double usd) implements SpendingEntry {
        public Settled {
            Checks.text("id", id);
            Checks.text("catalogue", catalogue);
            Checks.notNegative("usd", usd);
        }
    }
}
