package dev.rota.client.call;

import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Time and chance, so that tests decide both.
 *
 * @param clock for what is reported
 * @param nanos for what is measured
 * @param sleeper waits
 */
record Timing(InstantSource clock, LongSupplier nanos, Sleeper sleeper) {
    /** Waits. */
    interface Sleeper {
        void sleep(long nanos) throws InterruptedException;
    }

    static Timing system() {
        return new Timing(InstantSource.system(), System::nanoTime, TimeUnit.NANOSECONDS::sleep);
    }

    RandomGenerator random() {
        return ThreadLocalRandom.current();
    }
}
