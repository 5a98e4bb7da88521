package dev.rota.ranking.evidence;

import java.nio.ByteBuffer;

/** Whole numbers of 0 and more in as few bytes as they need: seven bits a byte, the lowest first. */
final class Varints {
    private Varints() {}

    static void write(ByteBuffer buffer, long value) {
        long rest = value;
        while (rest >= 0x80 || rest < 0) {
            buffer.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        buffer.put((byte) rest);
    }

    static long read(ByteBuffer buffer) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = buffer.get();
            value |= (next & 0x7FL) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    static ByteBuffer larger(ByteBuffer buffer) {
        return ByteBuffer.allocate(buffer.capacity() * 2).put(buffer.flip());
    }

    static byte[] written(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }
}
