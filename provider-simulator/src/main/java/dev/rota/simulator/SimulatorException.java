package dev.rota.simulator;

/** The simulator cannot run: what is wrong, and what to do. */
public final class SimulatorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SimulatorException(String message) {
        super(message);
    }
}
