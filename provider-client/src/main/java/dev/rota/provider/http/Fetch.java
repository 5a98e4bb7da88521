package dev.rota.provider.http;

import dev.rota.provider.Headers;
import java.nio.charset.StandardCharsets;

/** What came of a bounded {@code GET}. */
public sealed interface Fetch {
    /** From the sending of the request to its end, in milliseconds. */
    long tookMs();

    /**
     * The whole body is there; the status may still be an error's.
     *
     * @param status from 200 to 599, never a redirect
     * @param body decompressed
     */
    @SuppressWarnings("ArrayRecordComponent") // Bodies are handed on, never compared.
    record Answered(int status, Headers headers, byte[] body, long tookMs) implements Fetch {
        public boolean ok() {
            return status >= 200 && status < 300;
        }

        /** The body as UTF-8; what is invalid becomes U+FFFD. */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /**
     * It is not.
     *
     * @param problem the rule that was broken
     * @param status the HTTP status if one came, else 0
     * @param message for people, without secrets
     */
    record Failed(Problem problem, int status, String message, long tookMs) implements Fetch {}

    /** Why there is no body. */
    enum Problem {
        /** No connection, or it was closed before any byte. */
        CONNECTION,
        /** Too slow to connect, to begin, or to end. */
        TIMEOUT,
        /** Larger than allowed. */
        TOO_LARGE,
        /** It points elsewhere. Redirects are not followed: the key would go along. */
        REDIRECT,
        /** The connection ended within the body. */
        CUT_SHORT,
        /** Not HTTP. */
        MALFORMED,
        /** Our own thread was interrupted. */
        CANCELLED
    }
}
