package dev.rota.gateway.chat;

/** The client did not wait for its answer. Nobody's fault, and no result of the model's. */
final class ClientGoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClientGoneException() {
        super("the client is gone", null, false, false);
    }
}
