package dev.rota.gateway.stream;

import java.nio.charset.StandardCharsets;

/** A piece of a body as HTTP/1.1 frames it where the length of the whole is not known (RFC 9112, 7.1). */
public final class Chunk {
    /** Ends a body. */
    public static final byte[] LAST = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private Chunk() {}

    /** A text in UTF-8, framed; not empty, for that would be the last. */
    static byte[] of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] head = (Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] chunk = new byte[head.length + bytes.length + 2];
        System.arraycopy(head, 0, chunk, 0, head.length);
        System.arraycopy(bytes, 0, chunk, head.length, bytes.length);
        chunk[chunk.length - 2] = '\r';
        chunk[chunk.length - 1] = '\n';
        return chunk;
    }
}
