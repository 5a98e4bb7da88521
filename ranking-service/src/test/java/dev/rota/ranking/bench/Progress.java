package dev.rota.ranking.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Watches an engine go through the results, and prints its rate from a fifth of them to the end. */
final class Progress {
    private Progress() {}

    /** Returns when {@code done} has reached {@code all}. */
    static void watch(String engine, long all, LongSupplier done) {
        await(done, all / 5);
        long begin = System.nanoTime();
        long from = done.getAsLong();
        long cpu = cpuNanos();
        await(done, all);
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f results/s, %.2f CPU µs/result%n",
                engine,
                (all - from) / seconds,
                (cpuNanos() - cpu) / 1e3 / (all - from));
    }

    private static void await(LongSupplier done, long count) {
        while (done.getAsLong() < count) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
