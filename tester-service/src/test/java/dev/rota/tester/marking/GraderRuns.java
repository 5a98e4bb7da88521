package dev.rota.tester.marking;

import com.sun.management.OperatingSystemMXBean;
import dev.rota.tester.sandbox.Sandbox;
import dev.rota.tester.sandbox.SandboxLimits;
import dev.rota.tester.suite.Example;
import dev.rota.tester.suite.Suite;
import dev.rota.tester.suite.Task;
import dev.rota.tester.suitefile.SuiteFiles;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;

/**
 * Measures grading: for each task of the standard suite, its first example (a right answer) graded a thousand times on
 * one thread, after a warm-up. Processor time is of the whole process, compiling included. Not a test, for times are
 * not.
 */
public final class GraderRuns {
    private static final int RUNS = Integer.getInteger("runs", 1_000);
    private static final int WARM_UP = Integer.getInteger("warmup", 200);
    private static final double NANOS_PER_MILLI = 1e6;

    private GraderRuns() {}

    public static void main(String[] args) {
        PrintStream out = System.out;
        Suite standard = SuiteFiles.stock().getFirst();
        try (AnswerGrading grading = new AnswerGrading(new Sandbox(SandboxLimits.DEFAULT, 1))) {
            for (Task task : standard.tasks()) {
                measure(grading, task, WARM_UP);
                Measure measure = measure(grading, task, RUNS);
                out.printf(
                        "%-18s %d runs: %.1f s, %.2f ms a run, %.2f ms of processor a run%n",
                        task.name(),
                        RUNS,
                        measure.wallMillis() / 1e3,
                        measure.wallMillis() / RUNS,
                        measure.cpuMillis() / RUNS);
            }
        }
    }

    private record Measure(double wallMillis, double cpuMillis) {}

    private static Measure measure(AnswerGrading grading, Task task, int runs) {
        Example example = task.examples().getFirst();
        long wall = System.nanoTime();
        long cpu = processorNanos();
        for (int i = 0; i < runs; i++) {
            if (grading.grade(task.graders(), example.answer()).quality() != 1) {
                throw new IllegalStateException(
                        "example \"" + example.name() + "\" of " + task.name() + " is not right");
            }
        }
        return new Measure((System.nanoTime() - wall) / NANOS_PER_MILLI, (processorNanos() - cpu) / NANOS_PER_MILLI);
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
