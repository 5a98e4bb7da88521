package dev.rota.launcher.command;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A value that is made on a thread of its own while the command goes on: topics are read side by side. */
final class Aside<T> {
    private final FutureTask<T> task;

    private Aside(Callable<T> work) {
        task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name("rota-aside").start(task);
    }

    /** Begins at once. */
    static <T> Aside<T> of(Callable<T> work) {
        return new Aside<>(work);
    }

    /** The value, waited for; what the work threw is thrown here. */
    T get() {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        }
    }
}
