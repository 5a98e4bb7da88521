package dev.rota.tester.worker;

import java.time.Instant;

/**
 * Keeps what probes of paid models may cost a catalogue in a UTC day. A call is paid for in advance at its highest
 * price, and settled afterwards at what it used, so that calls in flight cannot pass the cap together. Thread-safe.
 */
public interface Spending {
    /** Takes the most that a call may cost out of the day's cap, if that is left. */
    Grant reserve(String catalogue, double usd, double capUsd, Instant now);

    /** Corrects a reservation to what was used; one that is never settled stays spent. */
    void settle(Grant.Granted grant, double usedUsd);

    /** Whether a call may be made. */
    sealed interface Grant {
        /**
         * It may.
         *
         * @param entry what was reserved
         */
        record Granted(SpendingEntry.Reserved entry) implements Grant {}

        /**
         * It would pass the cap.
         *
         * @param spentUsd spent and reserved today
         */
        record Refused(double spentUsd) implements Grant {}

        /**
         * Nobody can tell, so it may not.
         *
         * @param reason why
         */
        record Unknown(String reason) implements Grant {}
    }

    /** For testers without a paid catalogue: grants nothing. */
    static Spending none() {
        return new Spending() {
            @Override
            public Grant reserve(String catalogue, double usd, double capUsd, Instant now) {
                return new Grant.Unknown("this tester keeps no account of spending");
            }

            @Override
            public void settle(Grant.Granted grant, double usedUsd) {
                throw new IllegalStateException("nothing was granted");
            }
        };
    }
}
