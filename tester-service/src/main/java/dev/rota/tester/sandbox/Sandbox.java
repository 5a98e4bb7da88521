package dev.rota.tester.sandbox;

import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs programs, a few at a time. Running is work for a processor, so callers on virtual threads wait here for one of a
 * few platform threads, each with an engine of its own. Thread-safe.
 */
public final class Sandbox implements AutoCloseable {
    /**
     * Frames of the engine's interpreter are large; its own limit on recursion comes first with this much, in bytes.
     */
    private static final long STACK_BYTES = 64L << 20;

    private final SandboxLimits limits;
    private final Watchdog watchdog = new Watchdog();
    private final Queue<Engine> idle = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads;

    /** @param concurrent how many programs run at once, 1 or more */
    public Sandbox(SandboxLimits limits, int concurrent) {
        this.limits = limits;
        threads = Executors.newFixedThreadPool(
                concurrent,
                Thread.ofPlatform()
                        .daemon()
                        .name("sandbox-", 0)
                        .stackSize(STACK_BYTES)
                        .factory());
    }

    /** A sandbox with the default limits, for half of this machine's processors, at least one. */
    public static Sandbox standard() {
        return new Sandbox(
                SandboxLimits.DEFAULT, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    /**
     * Runs a program and waits for it, first for a free thread, then for at most the limits' total time.
     *
     * @throws CancellationException if the calling thread was interrupted, or the sandbox closed, before it was done
     */
    public Run run(Program program) {
        Future<Run> run = threads.submit(() -> execute(program));
        try {
            return run.get();
        } catch (InterruptedException e) {
            run.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while code ran in the sandbox");
        } catch (ExecutionException e) {
            throw new IllegalStateException("the sandbox failed: " + e.getCause(), e.getCause());
        }
    }

    /** Stops what runs, and takes no more. */
    @Override
    public void close() {
        threads.shutdownNow();
        watchdog.close();
    }

    private Run execute(Program program) {
        Engine engine = idle.poll();
        if (engine == null) {
            engine = new Engine(limits, UUID.randomUUID().toString());
        }
        Run run = new Execution(engine, watchdog, limits, program).run();
        // Not in a finally: an engine that threw something unforeseen is not used again.
        idle.add(engine);
        return run;
    }
}
