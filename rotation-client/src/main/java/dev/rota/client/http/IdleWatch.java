package dev.rota.client.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Closes a stream that has been silent for too long; the read that waits for it then ends. */
final class IdleWatch implements AutoCloseable {
    private final InputStream stream;
    private final long limitNanos;
    private final Thread thread;
    private volatile long lastNanos = System.nanoTime();

    private IdleWatch(Duration limit, InputStream stream) {
        this.stream = stream;
        this.limitNanos = limit.toNanos();
        this.thread = Thread.ofVirtual().name("rota-feed-watch").unstarted(this::run);
    }

    static IdleWatch start(Duration limit, InputStream stream) {
        IdleWatch watch = new IdleWatch(limit, stream);
        watch.thread.start();
        return watch;
    }

    void alive() {
        lastNanos = System.nanoTime();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            for (long left = limitNanos; left > 0; left = limitNanos - (System.nanoTime() - lastNanos)) {
                Thread.sleep(Duration.ofNanos(left));
            }
            stream.close();
        } catch (InterruptedException | IOException _) {
            // The stream ended before.
        }
    }
}
