package dev.rota.provider.http;

import dev.rota.provider.Ending;
import dev.rota.provider.Redaction;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** Makes an exchange the outcome of a {@code GET}, with a message a person can act on. */
final class Fetches {
    private Fetches() {}

    static Fetch of(URI uri, Exchange exchange, Collector collector, long maxBytes) {
        long took = TimeUnit.NANOSECONDS.toMillis(exchange.tookNanos());
        boolean redirect = exchange.status() >= 300 && exchange.status() < 400;
        if (exchange.ending() == Ending.COMPLETE && !redirect) {
            return new Fetch.Answered(exchange.status(), exchange.headers(), collector.body(), took);
        }
        Fetch.Problem problem = redirect ? Fetch.Problem.REDIRECT : problem(exchange.ending());
        String message =
                uri.getScheme() + "://" + uri.getAuthority() + uri.getPath() + " " + words(problem, exchange, maxBytes);
        return new Fetch.Failed(problem, exchange.status(), message, took);
    }

    private static Fetch.Problem problem(Ending ending) {
        return switch (ending) {
            case COMPLETE, BROKEN -> Fetch.Problem.CUT_SHORT;
            case TOO_LARGE -> Fetch.Problem.TOO_LARGE;
            case CONNECT_FAILED, STALE_CONNECTION, NO_RESPONSE -> Fetch.Problem.CONNECTION;
            case CONNECT_TIMEOUT, FIRST_TOKEN_TIMEOUT, IDLE_TIMEOUT, TOTAL_TIMEOUT -> Fetch.Problem.TIMEOUT;
            case MALFORMED -> Fetch.Problem.MALFORMED;
            case STOPPED, CANCELLED -> Fetch.Problem.CANCELLED;
        };
    }

    private static String words(Fetch.Problem problem, Exchange exchange, long maxBytes) {
        return switch (problem) {
            case CONNECTION -> "could not be reached: " + exchange.detail();
            case TIMEOUT ->
                exchange.ending() == Ending.CONNECT_TIMEOUT
                        ? "gave no connection in the time allowed"
                        : "did not send a whole answer in the time allowed";
            case TOO_LARGE -> "sent more than the " + maxBytes + " bytes allowed";
            case REDIRECT ->
                "answered " + exchange.status() + ", a redirect to "
                        + exchange.headers()
                                .first("Location")
                                .map(Redaction::redact)
                                .orElse("nowhere") + "; redirects are not followed, set the final address";
            case CUT_SHORT -> "broke off within its answer: " + exchange.detail();
            case MALFORMED -> "did not answer in HTTP: " + exchange.detail();
            case CANCELLED -> "was not waited for";
        };
    }
}
