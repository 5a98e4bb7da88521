package dev.rota.client.call;

import dev.rota.domain.result.Failure;

/** A model call failed, and how is known. */
public final class ModelFailureException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public ModelFailureException(Failure failure) {
        super(failure.kind() + (failure.message() == null ? "" : ": " + failure.message()));
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
