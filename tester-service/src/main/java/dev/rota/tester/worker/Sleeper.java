package dev.rota.tester.worker;

import java.time.Duration;

/** Lets time pass; in tests, a virtual clock's. */
public interface Sleeper {
    void sleep(Duration duration) throws InterruptedException;

    /** Real time. */
    static Sleeper real() {
        return duration -> Thread.sleep(duration);
    }
}
