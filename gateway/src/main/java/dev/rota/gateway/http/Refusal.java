package dev.rota.gateway.http;

import java.util.List;
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

    static Refusal notFound(String message) {
        return new Refusal(404, message, null);
    }

    /**
     * Of a name that does not exist.
     *
     * @param similar names that may have been meant, the likeliest first
     * @param otherwise what to do where there is none; empty if the message says it
     */
    static Refusal notFound(String message, List<String> similar, String otherwise) {
        if (similar.isEmpty()) {
            return new Refusal(404, otherwise.isEmpty() ? message : message + "; " + otherwise, null);
        }
        return new Refusal(404, message + "; did you mean " + String.join(" or ", similar) + "?", similar.getFirst());
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
