package dev.rota.simulator.behaviour;

import java.time.Duration;

/** What becomes of one request. */
public sealed interface Decision {
    /** It is answered, so well, after so long. */
    record Answer(Quality quality, Duration firstToken) implements Decision {}

    /** It fails in this way, after so long. */
    record Fail(FailureShape shape, Duration delay) implements Decision {}
}
