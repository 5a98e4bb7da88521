package dev.rota.launcher.doctor;

import dev.rota.provider.Redaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs checks side by side, each within the same time. */
public final class Doctor {
    private record Check(String name, Callable<List<Diagnosis>> work, String remedy) {}

    private final Duration patience;
    private final List<Check> checks = new ArrayList<>();
    private final List<Runnable> endings = new ArrayList<>();

    /** @param patience how long any check may take */
    public Doctor(Duration patience) {
        this.patience = patience;
    }

    /**
     * Adds a check.
     *
     * @param remedy what to do where it fails or does not end
     */
    Doctor check(String name, String remedy, Callable<List<Diagnosis>> work) {
        checks.add(new Check(name, work, remedy));
        return this;
    }

    /** Adds what is to be done when all checks have ended, or were left behind. */
    Doctor afterwards(Runnable ending) {
        endings.add(ending);
        return this;
    }

    /** What all of them found, in the order they were added. */
    public List<Diagnosis> examine() throws InterruptedException {
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("doctor-", 1).factory());
        try {
            List<Future<List<Diagnosis>>> running =
                    checks.stream().map(check -> threads.submit(check.work())).toList();
            long deadline = System.nanoTime() + patience.toNanos();
            List<Diagnosis> found = new ArrayList<>();
            for (int i = 0; i < running.size(); i++) {
                found.addAll(await(checks.get(i), running.get(i), deadline));
            }
            return found;
        } finally {
            // What still hangs is left behind; waiting for it would be no better.
            threads.shutdownNow();
            endings.forEach(Runnable::run);
        }
    }

    private List<Diagnosis> await(Check check, Future<List<Diagnosis>> running, long deadline)
            throws InterruptedException {
        try {
            return running.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            running.cancel(true);
            return List.of(
                    Diagnosis.broken(check.name(), "no answer within " + patience.toSeconds() + " s", check.remedy()));
        } catch (ExecutionException e) {
            return List.of(Diagnosis.broken(check.name(), words(reason(e)), check.remedy()));
        }
    }

    /** What an admin client could not do comes wrapped twice. */
    private static Throwable reason(ExecutionException failure) {
        Throwable cause = Objects.requireNonNullElse(failure.getCause(), failure);
        return cause instanceof ExecutionException inner ? Objects.requireNonNullElse(inner.getCause(), inner) : cause;
    }

    private static String words(Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        Throwable cause = failure.getCause();
        String below = cause == null || cause.getMessage() == null ? "" : cause.getMessage();
        String words = message.contains(below) ? message : message + ": " + below;
        return Redaction.redact(words.lines().findFirst().orElse(""));
    }
}
