package dev.rota.gateway.http;

import org.jspecify.annotations.Nullable;

/** A request that is not answered as asked. The message is for its sender. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String nearest;

    private Refusal(int status, String message, @Nullable String nearest) {
        super(message, null, false, false);
        this.status = status;
        this.nearest = nearest;
    }

    public static Refusal badRequest(String message) {
        return new Refusal(400, message, null);
    }

    /** @param nearest the name that was probably meant; null if none is near */
    static Refusal notFound(String message, @Nullable String nearest) {
        String offer = nearest == null ? "" : "; did you mean " + nearest + "?";
        return new Refusal(404, message + offer, nearest);
    }

    static Refusal of(int status, String message) {
        return new Refusal(status, message, null);
    }

    /** The status of HTTP. */
    public int status() {
        return status;
    }

    @Nullable
    String nearest() {
        return nearest;
    }
}
