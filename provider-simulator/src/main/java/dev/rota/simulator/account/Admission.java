package dev.rota.simulator.account;

import java.time.Instant;

/** Whether the account may make one more request. */
public sealed interface Admission {
    /** It may. */
    record Granted() implements Admission {}

    /**
     * It may not.
     *
     * @param limit the limit's name as the provider tells it
     * @param allowed requests in the period
     * @param reset when the next period begins
     */
    record Refused(String limit, int allowed, Instant reset) implements Admission {}
}
