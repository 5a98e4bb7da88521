package dev.rota.schema.mapping;

import java.io.IOException;
import org.apache.avro.io.Decoder;

/**
 * Reads domain values from Avro's binary form of exactly one schema, without an event in between: half the time, for
 * events that come by the million. Stateless, so safe for use by many threads.
 *
 * @param <D> the domain value
 */
@FunctionalInterface
public interface StraightReader<D> {
    /**
     * The value that comes next. Throws {@link IllegalArgumentException} if the domain refuses it.
     *
     * @param in stands where the value begins; afterwards behind it
     * @throws IOException if the bytes end early
     * @throws org.apache.avro.AvroTypeException if they are not of the schema
     */
    D read(Decoder in) throws IOException;
}
