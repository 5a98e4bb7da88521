package dev.rota.runtime.lifecycle;

/**
 * A part of the system that runs between {@link #start} and {@link #close}.
 *
 * <p>Constructors do no I/O. {@code start} returns when the service works, or throws with what is wrong and leaves
 * nothing running. {@code close} may be called from any thread, more than once, and without a start.
 */
public interface Service extends AutoCloseable {
    void start();

    @Override
    void close();
}
