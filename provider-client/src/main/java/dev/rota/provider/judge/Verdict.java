package dev.rota.provider.judge;

import dev.rota.domain.result.Failure;
import dev.rota.provider.limit.AccountLimit;
import org.jspecify.annotations.Nullable;

/** What came of a request. */
public sealed interface Verdict {
    /** The model answered; how well is for others to say. */
    record Answered() implements Verdict {}

    /**
     * It failed.
     *
     * @param failure why, and whom it speaks about
     * @param limit if the account's quota was the reason: until when to leave the provider alone
     */
    record Failed(Failure failure, @Nullable AccountLimit limit) implements Verdict {}
}
