package dev.rota.tester.sandbox;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Interrupts threads that run for too long. The engine looks for an interrupt in every loop and every call. */
final class Watchdog implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("sandbox-watchdog").factory());

    Watchdog() {
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Watches the calling thread, which must close the watch again. */
    Watch watch(Duration limit) {
        return new Watch(Thread.currentThread(), limit);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** One thread's time. */
    final class Watch implements AutoCloseable {
        private final Thread watched;
        private ScheduledFuture<?> alarm;
        private boolean closed;
        private boolean fired;

        private Watch(Thread watched, Duration limit) {
            this.watched = watched;
            alarm = schedule(limit);
        }

        /** Starts the time anew. */
        synchronized void renew(Duration limit) {
            alarm.cancel(false);
            alarm = schedule(limit);
        }

        /** Ends the watch; no interrupt of its own comes after this, nor is one left pending. */
        @Override
        public synchronized void close() {
            closed = true;
            alarm.cancel(false);
            if (fired) {
                Thread.interrupted();
            }
        }

        synchronized boolean fired() {
            return fired;
        }

        private ScheduledFuture<?> schedule(Duration limit) {
            return timer.schedule(this::fire, Math.max(0, limit.toNanos()), TimeUnit.NANOSECONDS);
        }

        private synchronized void fire() {
            if (!closed) {
                fired = true;
                watched.interrupt();
            }
        }
    }
}
