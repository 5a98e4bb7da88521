package dev.rota.simulator.behaviour;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A change of behaviour: what is null stays as it was. The components mean what they mean in {@link Behaviour}. */
public record Patch(
        @Nullable Delay firstToken,
        @Nullable Double tokensPerSecond,
        @Nullable Double successRate,
        @Nullable Mixture<FailureShape> failures,
        @Nullable Delay failureDelay,
        @Nullable Mixture<Quality> quality,
        @Nullable Integer reasoningTokens,
        @Nullable Set<Quirk> quirks,
        @Nullable ToolUse tools,
        @Nullable String provider) {

    /** Changes nothing. */
    public static final Patch NONE = new Patch(null, null, null, null, null, null, null, null, null, null);

    /** The behaviour with these changes. */
    public Behaviour applyTo(Behaviour base) {
        return new Behaviour(
                firstToken != null ? firstToken : base.firstToken(),
                tokensPerSecond != null ? tokensPerSecond : base.tokensPerSecond(),
                successRate != null ? successRate : base.successRate(),
                failures != null ? failures : base.failures(),
                failureDelay != null ? failureDelay : base.failureDelay(),
                quality != null ? quality : base.quality(),
                reasoningTokens != null ? reasoningTokens : base.reasoningTokens(),
                quirks != null ? quirks : base.quirks(),
                tools != null ? tools : base.tools(),
                provider != null ? provider : base.provider());
    }

    /** Sets everything. */
    public static Patch to(Behaviour all) {
        return new Patch(
                all.firstToken(),
                all.tokensPerSecond(),
                all.successRate(),
                all.failures(),
                all.failureDelay(),
                all.quality(),
                all.reasoningTokens(),
                all.quirks(),
                all.tools(),
                all.provider());
    }

    /** Starts from no change. */
    public static PatchBuilder builder() {
        return new PatchBuilder();
    }
}
