package dev.rota.simulator.behaviour;

import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * How a model behaves at one time.
 *
 * @param firstToken time until the first token
 * @param tokensPerSecond output rate after it; 0 means at once
 * @param successRate share of requests that are answered at all, 0 to 1
 * @param failures how the others fail
 * @param failureDelay time until a failure shows
 * @param quality how good the answers are
 * @param reasoningTokens tokens of reasoning before an answer
 * @param quirks harmless oddities
 * @param tools when tools are called
 * @param provider the upstream's name, as the responses tell it
 */
public record Behaviour(
        Delay firstToken,
        double tokensPerSecond,
        double successRate,
        Mixture<FailureShape> failures,
        Delay failureDelay,
        Mixture<Quality> quality,
        int reasoningTokens,
        Set<Quirk> quirks,
        ToolUse tools,
        String provider) {

    /** Answers at once, always, and rightly. */
    public static final Behaviour PERFECT = new Behaviour(
            Delay.NONE,
            0,
            1,
            Mixture.only(FailureShape.PROVIDER_502),
            Delay.NONE,
            Mixture.only(Quality.RIGHT),
            0,
            Set.of(),
            ToolUse.AUTO,
            "Simulated");

    public Behaviour {
        quirks = quirks.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(quirks));
    }

    public boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    /**
     * What becomes of one request. Always takes the same number of draws, so that one change does not shift the rest.
     */
    public Decision decide(RandomGenerator random) {
        boolean answered = random.nextDouble() < successRate;
        FailureShape shape = failures.pick(random);
        Quality grade = quality.pick(random);
        var waitForToken = firstToken.sample(random);
        var waitForFailure = failureDelay.sample(random);
        return answered ? new Decision.Answer(grade, waitForToken) : new Decision.Fail(shape, waitForFailure);
    }

    /** All failures of one shape, from now on. */
    public Behaviour failing(Mixture<FailureShape> how) {
        return new Behaviour(
                firstToken, tokensPerSecond, 0, how, failureDelay, quality, reasoningTokens, quirks, tools, provider);
    }
}
