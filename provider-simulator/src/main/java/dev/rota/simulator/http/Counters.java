package dev.rota.simulator.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts what was asked and what was played. Safe for many threads. */
public final class Counters {
    private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> played = new ConcurrentHashMap<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();

    void asked(String model) {
        adder(requests, model).increment();
    }

    void outcome(String name) {
        adder(outcomes, name).increment();
    }

    /** The number of the next behaviour that this model plays, from 0. */
    long nextTake(String model) {
        AtomicLong known = played.get(model);
        return (known != null ? known : played.computeIfAbsent(model, _ -> new AtomicLong())).getAndIncrement();
    }

    void begin() {
        int now = inFlight.incrementAndGet();
        mostInFlight.accumulateAndGet(now, Math::max);
    }

    void end() {
        inFlight.decrementAndGet();
    }

    /** Chat completions asked for, by model id, refused ones included. */
    public Map<String, Long> requests() {
        return snapshot(requests);
    }

    /** What came of them: a quality, a shape of failure, or why the account was refused. */
    public Map<String, Long> outcomes() {
        return snapshot(outcomes);
    }

    /** Chat completions being answered now. */
    public int inFlight() {
        return inFlight.get();
    }

    /** The most there ever were at once. */
    public int mostInFlight() {
        return mostInFlight.get();
    }

    private static LongAdder adder(Map<String, LongAdder> map, String key) {
        LongAdder known = map.get(key);
        return known != null ? known : map.computeIfAbsent(key, _ -> new LongAdder());
    }

    private static Map<String, Long> snapshot(Map<String, LongAdder> counts) {
        Map<String, Long> copy = new TreeMap<>();
        counts.forEach((key, adder) -> copy.put(key, adder.sum()));
        return copy;
    }
}
