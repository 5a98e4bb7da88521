package dev.rota.domain.model;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The models that were named of late: the few thousand there are get named in millions of results, and whoever looks
 * one up finds the hash of its name known. Some four thousand, whatever comes; for any number of threads.
 */
final class RecentNames {
    private static final int SLOTS = 1 << 12;

    private record Named(String text, ModelId model) {}

    private final AtomicReferenceArray<@Nullable Named> slots = new AtomicReferenceArray<>(SLOTS);

    /** The model of that name, made if it was not named of late. */
    ModelId of(String text, Function<String, ModelId> parser) {
        int hash = text.hashCode();
        int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
        @Nullable Named known = slots.getPlain(slot);
        if (known != null && known.text.equals(text)) {
            return known.model;
        }
        ModelId model = parser.apply(text);
        slots.setPlain(slot, new Named(text, model));
        return model;
    }
}
