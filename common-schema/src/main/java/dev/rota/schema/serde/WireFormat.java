package dev.rota.schema.serde;

import java.nio.ByteBuffer;

/**
 * Confluent's wire format: a zero byte, the schema's id in four bytes, big-endian, Avro ("Wire format" in its manual).
 */
final class WireFormat {
    /** Bytes before Avro's. */
    static final int HEADER = 5;

    private WireFormat() {}

    /** Whether it can be read as such. */
    static boolean holds(byte[] data) {
        return data.length >= HEADER && data[0] == 0;
    }

    static int schemaId(byte[] data) {
        return ByteBuffer.wrap(data).getInt(1);
    }
}
