package dev.rota.discovery.plan;

import dev.rota.domain.result.Failure;
import dev.rota.domain.result.TestResult;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What failures that speak about the account tell of its limits. */
public final class LearnedLimits {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** A refused key or an empty account is looked at by a person; testing on would only collect refusals. */
    private static final Duration ACCOUNT_TROUBLE = Duration.ofMinutes(15);

    /** A provider that asks for more than this is misread. */
    public static final Duration LONGEST = Duration.ofDays(1);

    private LearnedLimits() {}

    /** Until when probes should pause because of the result; empty if it gives no reason to. */
    public static Optional<Instant> pauseAfter(TestResult result) {
        Failure failure = result.failure();
        if (failure == null) {
            return Optional.empty();
        }
        Instant known = result.endedAt();
        return switch (failure.kind()) {
            case ACCOUNT_MINUTE_LIMIT -> Optional.of(known.plus(asked(failure, MINUTE)));
            case ACCOUNT_DAY_LIMIT -> {
                Instant nextDay = known.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
                yield Optional.of(known.plus(asked(failure, Duration.between(known, nextDay))));
            }
            // Without a status nobody was asked: a tester itself would not pay for the call.
            case UNAUTHORIZED, PAYMENT_REQUIRED ->
                failure.httpStatus() == null
                        ? Optional.empty()
                        : Optional.of(known.plus(asked(failure, ACCOUNT_TROUBLE)));
            default -> Optional.empty();
        };
    }

    private static Duration asked(Failure failure, Duration otherwise) {
        Long ms = failure.retryAfterMs();
        if (ms == null) {
            return otherwise;
        }
        Duration asked = Duration.ofMillis(ms);
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
