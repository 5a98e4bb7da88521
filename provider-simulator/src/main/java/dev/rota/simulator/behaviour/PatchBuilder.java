package dev.rota.simulator.behaviour;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Patch}; what is not set stays as it was. */
public final class PatchBuilder {
    private @Nullable Delay firstToken;
    private @Nullable Double tokensPerSecond;
    private @Nullable Double successRate;
    private @Nullable Mixture<FailureShape> failures;
    private @Nullable Delay failureDelay;
    private @Nullable Mixture<Quality> quality;
    private @Nullable Integer reasoningTokens;
    private @Nullable Set<Quirk> quirks;
    private @Nullable ToolUse tools;
    private @Nullable String provider;

    PatchBuilder() {}

    public PatchBuilder firstToken(Delay value) {
        firstToken = value;
        return this;
    }

    public PatchBuilder tokensPerSecond(double value) {
        tokensPerSecond = value;
        return this;
    }

    public PatchBuilder successRate(double value) {
        successRate = value;
        return this;
    }

    public PatchBuilder failures(Mixture<FailureShape> value) {
        failures = value;
        return this;
    }

    public PatchBuilder failureDelay(Delay value) {
        failureDelay = value;
        return this;
    }

    public PatchBuilder quality(Mixture<Quality> value) {
        quality = value;
        return this;
    }

    public PatchBuilder reasoningTokens(int value) {
        reasoningTokens = value;
        return this;
    }

    public PatchBuilder quirks(Set<Quirk> value) {
        quirks = value;
        return this;
    }

    public PatchBuilder tools(ToolUse value) {
        tools = value;
        return this;
    }

    public PatchBuilder provider(String value) {
        provider = value;
        return this;
    }

    /** Always the same time until the first token. */
    public PatchBuilder firstToken(Duration value) {
        return firstToken(new Delay.Fixed(value));
    }

    /** Answers of one quality only. */
    public PatchBuilder quality(Quality value) {
        return quality(Mixture.only(value));
    }

    /** Every request fails, in this way. */
    public PatchBuilder failing(FailureShape shape) {
        return successRate(0).failures(Mixture.only(shape));
    }

    public Patch build() {
        return new Patch(
                firstToken,
                tokensPerSecond,
                successRate,
                failures,
                failureDelay,
                quality,
                reasoningTokens,
                quirks,
                tools,
                provider);
    }
}
