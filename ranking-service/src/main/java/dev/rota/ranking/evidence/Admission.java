package dev.rota.ranking.evidence;

import dev.rota.domain.result.TestResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Which results may become evidence at all. What is refused here belongs on the dead-letter topic with its reason. */
public final class Admission {
    /** How far a result's start may lie ahead of the time it is received: clocks differ, but not by more. */
    public static final Duration AHEAD = Duration.ofMinutes(10);

    /** The longest request that is believed. */
    public static final Duration LONGEST = Duration.ofHours(24);

    /** Nothing of this project is older; an earlier start is a unit mistaken (seconds for milliseconds). */
    public static final Instant EARLIEST = Instant.parse("2020-01-01T00:00:00Z");

    private Admission() {}

    /**
     * The rest of a refusal of what claims a time to come. Either clock may be the wrong one.
     *
     * @param receivedAt when it was received
     * @param sender whose clock it was, between commas; empty if that is not known
     */
    public static String ahead(Instant receivedAt, String sender) {
        return ", more than " + AHEAD.toMinutes() + " minutes after it was received (" + receivedAt
                + "): the clock of the sender" + sender
                + " is ahead, or that of the machine that received it is behind,"
                + " which it is if several senders are refused; set it (NTP)";
    }

    /**
     * Why the result is refused; empty if it is not.
     *
     * @param receivedAt when it was received: the record's time, or the wall's where there is none
     */
    public static Optional<String> refusal(TestResult result, Instant receivedAt) {
        Instant startedAt = result.startedAt();
        if (startedAt.isAfter(receivedAt.plus(AHEAD))) {
            String sender = result.worker() == null ? "" : ", " + result.worker() + ",";
            return Optional.of("startedAt is " + startedAt + ahead(receivedAt, sender));
        }
        if (startedAt.isBefore(EARLIEST)) {
            return Optional.of(
                    "startedAt is " + startedAt + ", before " + EARLIEST + "; it must be in milliseconds since 1970");
        }
        if (result.latencyMs() > LONGEST.toMillis()) {
            return Optional.of("latencyMs is " + result.latencyMs() + ", more than " + LONGEST.toMillis()
                    + " (24 hours); no request is believed to take so long");
        }
        Long firstToken = result.firstTokenMs();
        if (firstToken != null && firstToken > result.latencyMs()) {
            return Optional.of("firstTokenMs is " + firstToken + ", more than latencyMs " + result.latencyMs());
        }
        return Optional.empty();
    }
}
