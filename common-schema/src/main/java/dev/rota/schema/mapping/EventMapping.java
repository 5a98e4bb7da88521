package dev.rota.schema.mapping;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Carries a domain value into its event and back. Stateless, so safe for use by many threads.
 *
 * @param <D> the domain value
 * @param <E> the generated event class
 */
public interface EventMapping<D, E extends SpecificRecord> {
    /** The event's class, which names its schema. */
    Class<E> eventType();

    Schema schema();

    E toEvent(D value);

    /** Reads values of {@link #schema} straight; null if that would not be worth its code. */
    default @Nullable StraightReader<D> straight() {
        return null;
    }

    /** Throws {@link IllegalArgumentException} naming the field if the event holds a value that the domain refuses. */
    D toDomain(E event);
}
