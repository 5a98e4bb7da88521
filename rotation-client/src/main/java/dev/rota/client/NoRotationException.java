package dev.rota.client;

/** No snapshot has come yet. The message says what hinders it. */
public final class NoRotationException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    NoRotationException(String message) {
        super(message);
    }
}
