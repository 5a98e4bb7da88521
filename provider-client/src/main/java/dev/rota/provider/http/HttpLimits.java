package dev.rota.provider.http;

import java.time.Duration;

/**
 * The bounds of one exchange. Times run from the sending of the request, except {@code connect}.
 *
 * @param connect until the connection is there: DNS, TCP and TLS together; default 10 s
 * @param firstToken until something of use came
 * @param idle between two things of use
 * @param total until the last byte
 * @param maxBytes of the body, decompressed
 */
public record HttpLimits(Duration connect, Duration firstToken, Duration idle, Duration total, long maxBytes) {
    public static final Duration DEFAULT_CONNECT = Duration.ofSeconds(10);

    public HttpLimits {
        positive("connect", connect);
        positive("firstToken", firstToken);
        positive("idle", idle);
        positive("total", total);
        if (maxBytes <= 0) {
            throw new IllegalArgumentException("maxBytes must be more than 0, not " + maxBytes);
        }
    }

    /** One limit of time for everything after the connection. */
    public static HttpLimits within(Duration total, long maxBytes) {
        Duration connect = total.compareTo(DEFAULT_CONNECT) < 0 ? total : DEFAULT_CONNECT;
        return new HttpLimits(connect, total, total, total, maxBytes);
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero() || value.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    "the limit " + name + " must be more than nothing and at most a day, not " + value);
        }
    }
}
