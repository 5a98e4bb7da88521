package dev.rota.client.call;

import dev.rota.client.Backoff;
import java.time.Duration;

/**
 * How far a call goes for an answer.
 *
 * @param deadline for the call with all its attempts and waits, above zero. Default 2 minutes
 * @param rounds how often the whole rotation is gone through, 1 or more. Default 3
 * @param backoff waits before another round, and after a failure that is not one model's. Default 250 ms to 8 s
 * @param retryAfterFirstToken whether to try on when an answer broke off after its first token: only for an application
 *     that can take back what it has shown. Default false
 */
public record CallPolicy(Duration deadline, int rounds, Backoff backoff, boolean retryAfterFirstToken) {
    public CallPolicy {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("deadline must be above zero, not " + deadline);
        }
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds must be 1 or more, not " + rounds);
        }
    }

    public static CallPolicy standard() {
        return new CallPolicy(
                Duration.ofMinutes(2), 3, new Backoff(Duration.ofMillis(250), Duration.ofSeconds(8)), false);
    }

    public CallPolicy withDeadline(Duration limit) {
        return new CallPolicy(limit, rounds, backoff, retryAfterFirstToken);
    }
}
