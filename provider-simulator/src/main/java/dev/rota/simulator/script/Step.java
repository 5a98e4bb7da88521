package dev.rota.simulator.script;

import java.time.Duration;

/** One thing that happens in a response. */
public sealed interface Step {
    /** Nothing is sent for so long. */
    record Wait(Duration time) implements Step {}

    /** Bytes go out at once. The array is not copied; nobody may change it. */
    @SuppressWarnings("ArrayRecordComponent")
    record Send(byte[] bytes) implements Step {}

    /** The connection is closed, whatever was promised. Always the last step. */
    record Cut() implements Step {}
}
