package dev.rota.gateway;

/** The gateway cannot serve. The message says why and what to do. */
public final class GatewayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public GatewayException(String message) {
        super(message);
    }
}
