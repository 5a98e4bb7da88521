package dev.rota.gateway.webhook;

import java.time.Duration;
import java.util.Optional;

/** What came of one try. */
sealed interface Reply {
    /** The receiver has it. */
    record Taken() implements Reply {}

    /**
     * It does not, or did not say so.
     *
     * @param reason in a few words, without the address
     * @param retryAfter how long the receiver asks to be left alone
     */
    record Refused(String reason, Optional<Duration> retryAfter) implements Reply {}
}
