package dev.rota.tester.worker;

/** Hears of each result as soon as it is there. */
public interface ProbeListener {
    void report(TaskReport report);
}
