package dev.rota.client.call;

import dev.rota.client.RotationSubscription;
import dev.rota.domain.rotation.Rotation;
import java.util.function.Supplier;

/**
 * Calls a rotation's models in order until one answers. Thread-safe; what providers asked to be left alone for is
 * remembered across calls.
 *
 * <p>A failure that speaks of one model moves on to the next at once. One of the connection waits first. One of the
 * account leaves out the catalogue, one of the request ends the call. {@code Retry-After} leaves a model out until
 * then. After the last entry the rotation, as it is by then, is gone through again after a wait that doubles, with
 * jitter.
 */
public final class RotationCaller {
    private final Supplier<Candidates> candidates;
    private final CallPolicy policy;
    private final ResultReporter reporter;
    private final Timing timing;
    private final Cooldowns cooldowns = new Cooldowns();

    public RotationCaller(RotationSubscription subscription, CallPolicy policy, ResultReporter reporter) {
        this(subscription::current, policy, reporter);
    }

    /** The same with the rotation from anywhere; it is asked for at each round. */
    public RotationCaller(Supplier<Rotation> rotation, CallPolicy policy, ResultReporter reporter) {
        this(rotation, policy, reporter, Timing.system());
    }

    private RotationCaller(ResultReporter reporter, Supplier<Candidates> candidates, CallPolicy policy, Timing timing) {
        this.candidates = candidates;
        this.policy = policy;
        this.reporter = reporter;
        this.timing = timing;
    }

    /** A caller of models that need not be all of a rotation; they are asked for at each round. */
    public static RotationCaller over(Supplier<Candidates> candidates, CallPolicy policy, ResultReporter reporter) {
        return new RotationCaller(reporter, candidates, policy, Timing.system());
    }

    RotationCaller(Supplier<Rotation> rotation, CallPolicy policy, ResultReporter reporter, Timing timing) {
        this(reporter, () -> Candidates.of(rotation.get()), policy, timing);
    }

    /**
     * Calls. What the {@code ask} throws unchecked is the application's own fault: it ends the call and is not
     * reported.
     *
     * @throws CallFailedException if no model answered within the policy's deadline and rounds
     * @throws dev.rota.client.NoRotationException if there is no rotation yet
     */
    public <T> Answer<T> call(ModelCall<T> ask) throws CallFailedException, InterruptedException {
        return call(ask, policy);
    }

    /** The same under another policy. */
    public <T> Answer<T> call(ModelCall<T> ask, CallPolicy other) throws CallFailedException, InterruptedException {
        return new Call<>(ask, other, candidates, reporter, cooldowns, timing).run();
    }
}
