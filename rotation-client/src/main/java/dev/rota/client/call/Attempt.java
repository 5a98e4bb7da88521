package dev.rota.client.call;

import dev.rota.domain.model.ModelId;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One attempt under way: whom to ask, in what time, and what to note meanwhile. For the thread of the call. */
public final class Attempt {
    private static final long NANOS_A_MILLI = 1_000_000;

    private final ModelId model;
    private final int number;
    private final long deadlineNanos;
    private final LongSupplier nanos;
    private final long startNanos;
    private @Nullable Long firstTokenMs;
    private @Nullable Integer outputTokens;

    Attempt(ModelId model, int number, long deadlineNanos, LongSupplier nanos) {
        this.model = model;
        this.number = number;
        this.deadlineNanos = deadlineNanos;
        this.nanos = nanos;
        this.startNanos = nanos.getAsLong();
    }

    /** The model to ask; {@link ModelId#providerId} is what its provider calls it. */
    public ModelId model() {
        return model;
    }

    /** From 1. */
    public int number() {
        return number;
    }

    /** What is left of the call's time; a request should be given no longer. Zero or more. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, deadlineNanos - nanos.getAsLong()));
    }

    /** Notes that the first token has come; only the first time counts. After it, a failure is not tried again. */
    public void firstToken() {
        if (firstTokenMs == null) {
            firstTokenMs = elapsedMs();
        }
    }

    /** Notes how many tokens the answer has. */
    public void outputTokens(int tokens) {
        outputTokens = tokens;
    }

    boolean begun() {
        return firstTokenMs != null;
    }

    long elapsedMs() {
        return (nanos.getAsLong() - startNanos) / NANOS_A_MILLI;
    }

    @Nullable
    Long firstTokenMs() {
        return firstTokenMs;
    }

    @Nullable
    Integer tokens() {
        return outputTokens;
    }
}
