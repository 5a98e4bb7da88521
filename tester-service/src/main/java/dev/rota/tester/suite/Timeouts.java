package dev.rota.tester.suite;

import java.time.Duration;

/**
 * How long a request may take.
 *
 * @param connect to connect to the provider
 * @param firstToken from the request sent to the first token of any kind
 * @param idle between two pieces of the stream
 * @param total from the request sent to the last byte
 */
public record Timeouts(Duration connect, Duration firstToken, Duration idle, Duration total) {
    /** 10 s to connect, 60 s to the first token, 30 s between pieces, 2 min in all. */
    public static final Timeouts DEFAULT =
            new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofMinutes(2));

    public Timeouts {
        positive("connect", connect);
        positive("firstToken", firstToken);
        positive("idle", idle);
        positive("total", total);
    }

    private static void positive(String field, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("timeout " + field + " must be longer than 0, not " + value);
        }
    }
}
