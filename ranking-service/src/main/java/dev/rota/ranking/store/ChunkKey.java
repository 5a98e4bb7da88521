package dev.rota.ranking.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Names one chunk in a changelog: the key in UTF-8, then the chunk's name in four bytes.
 *
 * @param key the store's key
 * @param chunk the chunk's name
 */
record ChunkKey(String key, int chunk) {
    static byte[] bytes(byte[] key, int chunk) {
        return ByteBuffer.allocate(key.length + Integer.BYTES)
                .put(key)
                .putInt(chunk)
                .array();
    }

    static ChunkKey parse(byte[] bytes) {
        int end = bytes.length - Integer.BYTES;
        String key = new String(Arrays.copyOf(bytes, end), StandardCharsets.UTF_8);
        return new ChunkKey(key, ByteBuffer.wrap(bytes).getInt(end));
    }
}
