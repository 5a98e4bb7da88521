package dev.rota.tester.worker;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The account of spending: a function of its entries in their order alone. Whoever reads the same entries knows the
 * same reservations to be granted, so workers that share a log of them agree without talking. Not thread-safe.
 *
 * <pre>
 * reserved 0.6 of 1 ──> granted     reserved 0.6 of 1 ──> refused     settled 0.1 ──> 0.9 left
 * </pre>
 */
public final class SpendingBook {
    /** Days kept a catalogue; several, so that one worker's clock that is ahead does not make today forgotten. */
    private static final int DAYS = 8;

    private final Map<String, NavigableMap<LocalDate, Map<String, Double>>> amounts = new HashMap<>();

    /** Takes the next entry. An id that is known is not reserved twice, and one that is not cannot be settled. */
    public void add(SpendingEntry entry) {
        Map<String, Double> day = day(entry.catalogue(), entry.day());
        switch (entry) {
            case SpendingEntry.Reserved reserved -> {
                if (!day.containsKey(reserved.id()) && sum(day) + reserved.usd() <= reserved.capUsd()) {
                    day.put(reserved.id(), reserved.usd());
                }
            }
            case SpendingEntry.Settled settled -> day.computeIfPresent(settled.id(), (_, _) -> settled.usd());
        }
    }

    /** Whether a reservation that was added was granted. */
    public boolean granted(SpendingEntry.Reserved entry) {
        return day(entry.catalogue(), entry.day()).containsKey(entry.id());
    }

    /** Spent and reserved, in US dollars. */
    public double spent(String catalogue, LocalDate day) {
        return sum(day(catalogue, day));
    }

    private Map<String, Double> day(String catalogue, LocalDate day) {
        NavigableMap<LocalDate, Map<String, Double>> days = amounts.computeIfAbsent(catalogue, _ -> new TreeMap<>());
        Map<String, Double> wanted = days.computeIfAbsent(day, _ -> new HashMap<>());
        if (days.size() > DAYS) {
            days.pollFirstEntry();
        }
        return wanted;
    }

    private static double sum(Map<String, Double> day) {
        return day.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
