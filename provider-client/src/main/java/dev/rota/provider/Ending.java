package dev.rota.provider;

/** How an exchange ended. */
public enum Ending {
    /** The body came to its end as HTTP defines it. */
    COMPLETE,
    /** The reader had all it wanted, or wanted no more. */
    STOPPED,
    /** The body is larger than allowed. */
    TOO_LARGE,
    /** No connection: name unknown, refused, no route, TLS refused. */
    CONNECT_FAILED,
    /** No connection in the time allowed. */
    CONNECT_TIMEOUT,
    /** A kept connection turned out to be closed before any byte came back: it says nothing of the model. */
    STALE_CONNECTION,
    /** A fresh connection was closed before any byte came back. */
    NO_RESPONSE,
    /** The connection ended within the body. */
    BROKEN,
    /** Not HTTP, or headers beyond all bounds. */
    MALFORMED,
    /** Nothing of use came in the time allowed. */
    FIRST_TOKEN_TIMEOUT,
    /** Nothing of use came for too long after something had. */
    IDLE_TIMEOUT,
    /** The whole took too long. */
    TOTAL_TIMEOUT,
    /** Our own thread was interrupted. */
    CANCELLED;

    /** Whether a limit of time ended it after the request was sent. */
    public boolean timedOut() {
        return this == FIRST_TOKEN_TIMEOUT || this == IDLE_TIMEOUT || this == TOTAL_TIMEOUT;
    }

    /** Whether it ended before the other side said anything. */
    public boolean withoutConnection() {
        return this == CONNECT_FAILED || this == CONNECT_TIMEOUT || this == STALE_CONNECTION || this == NO_RESPONSE;
    }
}
