package dev.rota.client.call;

import dev.rota.domain.model.ModelId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Until when a model, or all of a catalogue, asked to be left alone. Shared by all calls of a caller; every entry ends
 * by itself. Thread-safe.
 */
final class Cooldowns {
    private final Map<String, Long> untilNanos = new ConcurrentHashMap<>();

    void model(ModelId model, long until) {
        untilNanos.merge(model.toString(), until, Math::max);
    }

    /** A catalogue's name has no slash, so it cannot be a model's. */
    void catalogue(ModelId model, long until) {
        untilNanos.merge(model.catalogue(), until, Math::max);
    }

    /** How long yet, in nanoseconds; 0 if it may be asked. */
    long left(ModelId model, long now) {
        return Math.max(left(model.toString(), now), left(model.catalogue(), now));
    }

    private long left(String key, long now) {
        Long until = untilNanos.get(key);
        if (until == null) {
            return 0;
        }
        if (until - now <= 0) {
            untilNanos.remove(key, until);
            return 0;
        }
        return until - now;
    }
}
