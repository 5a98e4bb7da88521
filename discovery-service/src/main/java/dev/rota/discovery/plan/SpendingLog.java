package dev.rota.discovery.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What was spent lately, in requests. Not safe for use by several threads.
 *
 * <p>Should the clock go back, what was spent after the time it now shows still counts as spent today, up to a day
 * ahead; what lies further ahead is forgotten, for a clock that was wrong must not silence discovery for good.
 */
public final class SpendingLog {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    private record Entry(Instant at, int requests, boolean own, double usd) {
        /** Requests of one second count as one entry, so that a busy day stays a short list. */
        boolean joins(Entry later) {
            return own == later.own
                    && at.truncatedTo(ChronoUnit.SECONDS).equals(later.at.truncatedTo(ChronoUnit.SECONDS));
        }
    }

    private final Deque<Entry> entries = new ArrayDeque<>();

    /**
     * Notes a probe.
     *
     * @param own whether discovery decided it; false if somebody asked for it
     */
    public void add(Instant at, int requests, boolean own) {
        add(at, requests, own, 0);
    }

    /**
     * The same with what it may cost.
     *
     * @param usd in US dollars; not more than can be counted
     */
    public void add(Instant at, int requests, boolean own, double usd) {
        Entry entry = new Entry(at, requests, own, Double.isFinite(usd) ? usd : 0);
        Entry last = entries.peekLast();
        if (last != null && last.joins(entry)) {
            entries.removeLast();
            entries.addLast(new Entry(last.at, last.requests + requests, own, last.usd + entry.usd));
        } else {
            entries.addLast(entry);
        }
    }

    /** What counts as spent at the time. */
    public Spent at(Instant now) {
        Instant midnight = now.truncatedTo(ChronoUnit.DAYS);
        entries.removeIf(entry ->
                entry.at().isBefore(midnight.minus(MINUTE)) || entry.at().isAfter(now.plus(DAY)));
        long ownMinute = 0;
        long allMinute = 0;
        long ownDay = 0;
        long allDay = 0;
        double usdDay = 0;
        for (Entry entry : entries) {
            long own = entry.own() ? entry.requests() : 0;
            if (entry.at().isAfter(now.minus(MINUTE))) {
                ownMinute += own;
                allMinute += entry.requests();
            }
            if (!entry.at().isBefore(midnight)) {
                ownDay += own;
                allDay += entry.requests();
                usdDay += entry.usd();
            }
        }
        return new Spent(ownMinute, allMinute, ownDay, allDay, usdDay);
    }
}
