package dev.rota.provider.http;

import dev.rota.provider.Ending;
import dev.rota.provider.Headers;

/**
 * What came of one request. Nanos are {@link System#nanoTime()}; only differences mean anything.
 *
 * @param ending how it ended
 * @param status the HTTP status; 0 if none came
 * @param headers of the response
 * @param reused whether the connection had carried a request before
 * @param calledNanos when the request was handed over
 * @param sentNanos when the connection was there and the request went out; {@code endNanos} if it never did
 * @param endNanos when the end was known
 * @param detail what went wrong, redacted; empty if nothing did
 */
public record Exchange(
        Ending ending,
        int status,
        Headers headers,
        boolean reused,
        long calledNanos,
        long sentNanos,
        long endNanos,
        String detail) {

    /** From the sending of the request to the end. */
    public long tookNanos() {
        return endNanos - sentNanos;
    }

    /** For the connection: DNS, TCP, TLS, or a moment where one was kept. */
    public long connectNanos() {
        return sentNanos - calledNanos;
    }
}
