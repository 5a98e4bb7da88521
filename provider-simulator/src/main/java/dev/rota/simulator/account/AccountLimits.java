package dev.rota.simulator.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts requests to free models, key by key, in minutes and days of the clock as OpenRouter does. Refused requests do
 * not count; failed ones do. Safe for many threads.
 */
public final class AccountLimits {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();
    /** From this daily allowance on, the limit goes by the name that it has for accounts with credit. */
    private static final int HIGH_BALANCE = 1_000;

    private static final Admission GRANTED = new Admission.Granted();

    private final AccountRules rules;
    private final Map<String, Usage> usages = new ConcurrentHashMap<>();

    public AccountLimits(AccountRules rules) {
        this.rules = rules;
    }

    /** Counts a request to a free model, or says why it may not be made. */
    public Admission admit(String key, Instant now) {
        if (rules.freePerMinute() == 0 && rules.freePerDay() == 0) {
            return GRANTED;
        }
        return usages.computeIfAbsent(key, _ -> new Usage()).admit(rules, now.toEpochMilli());
    }

    /** Requests to free models that the key made today. */
    public int usedToday(String key, Instant now) {
        Usage usage = usages.get(key);
        return usage == null ? 0 : usage.today(now.toEpochMilli());
    }

    /** One key's counts in the present minute and day. */
    private static final class Usage {
        private long minute;
        private int inMinute;
        private long day;
        private int inDay;

        synchronized Admission admit(AccountRules rules, long now) {
            turn(now);
            if (rules.freePerDay() > 0 && inDay >= rules.freePerDay()) {
                return new Admission.Refused(dayLimit(rules), rules.freePerDay(), at((day + 1) * DAY));
            }
            if (rules.freePerMinute() > 0 && inMinute >= rules.freePerMinute()) {
                return new Admission.Refused("free-models-per-min", rules.freePerMinute(), at((minute + 1) * MINUTE));
            }
            inMinute++;
            inDay++;
            return GRANTED;
        }

        synchronized int today(long now) {
            turn(now);
            return inDay;
        }

        private void turn(long now) {
            if (now / MINUTE != minute) {
                minute = now / MINUTE;
                inMinute = 0;
            }
            if (now / DAY != day) {
                day = now / DAY;
                inDay = 0;
            }
        }

        private static String dayLimit(AccountRules rules) {
            return rules.freePerDay() >= HIGH_BALANCE ? "free-models-per-day-high-balance" : "free-models-per-day";
        }

        private static Instant at(long millis) {
            return Instant.ofEpochMilli(millis);
        }
    }
}
