package dev.rota.tester.worker;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * What probes of paid models cost, by catalogue and UTC day. A call is paid for in advance at its highest price, and
 * settled afterwards at what it used, so that calls in flight cannot pass the cap together. Thread-safe.
 */
public final class Spending {
    private record Account(LocalDate day, double usd) {}

    private final Map<String, Account> accounts = new HashMap<>();

    /** Takes the amount out of the day's cap; false, and nothing taken, if that would pass it. */
    public synchronized boolean reserve(String catalogue, double usd, double capUsd, Instant now) {
        Account account = today(catalogue, now);
        if (account.usd + usd > capUsd) {
            return false;
        }
        accounts.put(catalogue, new Account(account.day, account.usd + usd));
        return true;
    }

    /** Corrects a reservation to what was used; what a day reserved is settled on that day or not at all. */
    public synchronized void settle(String catalogue, double reservedUsd, double usedUsd, Instant reservedAt) {
        Account account = accounts.get(catalogue);
        if (account != null && account.day.equals(day(reservedAt))) {
            accounts.put(catalogue, new Account(account.day, Math.max(0, account.usd - reservedUsd + usedUsd)));
        }
    }

    /** Spent and reserved today. */
    public synchronized double spent(String catalogue, Instant now) {
        return today(catalogue, now).usd;
    }

    private Account today(String catalogue, Instant now) {
        Account account = accounts.get(catalogue);
        LocalDate day = day(now);
        return account != null && account.day.equals(day) ? account : new Account(day, 0);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
