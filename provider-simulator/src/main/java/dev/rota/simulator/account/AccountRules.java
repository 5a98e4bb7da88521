package dev.rota.simulator.account;

import java.util.Set;

/**
 * What the provider grants.
 *
 * @param requireKey whether a request without a bearer key is refused with 401
 * @param keys the keys that are known; empty means any
 * @param freePerMinute requests to free models in a minute of the clock, a key; 0 means no limit
 * @param freePerDay the same in a day, UTC; 0 means no limit
 * @param credit US dollars on the account; paid models answer only when there are any
 */
public record AccountRules(boolean requireKey, Set<String> keys, int freePerMinute, int freePerDay, double credit) {

    /** Any key or none, no limits, no credit. */
    public static final AccountRules OPEN = new AccountRules(false, Set.of(), 0, 0, 0);

    /** OpenRouter's limits for an account that never bought credit: 20 a minute, 50 a day. */
    public static final AccountRules FREE_TIER = OPEN.limited(20, 50);

    public AccountRules {
        keys = Set.copyOf(keys);
    }

    /** The same with these limits for free models. */
    public AccountRules limited(int perMinute, int perDay) {
        return new AccountRules(requireKey, keys, perMinute, perDay, credit);
    }

    /** The same with a key that must be sent. */
    public AccountRules requiring(String key) {
        return new AccountRules(true, Set.of(key), freePerMinute, freePerDay, credit);
    }
}
