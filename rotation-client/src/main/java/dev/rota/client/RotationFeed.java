package dev.rota.client;

/** Where the snapshots of one rotation come from. */
public interface RotationFeed extends AutoCloseable {
    /**
     * Begins to deliver, on threads of its own, and returns at once. It never gives up: what fails is told to the sink
     * and tried again, ever less often.
     */
    void start(RotationSink sink);

    /** Ends delivery. May be called more than once and without a start. */
    @Override
    void close();
}
