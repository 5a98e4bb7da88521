package dev.rota.json;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The text that a value was read from: what names a value that has no name of its own. */
final class Content {
    private static final int NAME_BYTES = 16;

    private final byte[] buffer;
    private final int offset;
    private final int length;

    Content(byte[] buffer, int offset, int length) {
        this.buffer = buffer;
        this.offset = offset;
        this.length = length;
    }

    /** The same for the same text; white space around it does not count. */
    String hash() {
        int from = offset;
        int to = offset + length;
        while (from < to && buffer[from] <= ' ' && buffer[from] >= 0) {
            from++;
        }
        while (to > from && buffer[to - 1] <= ' ' && buffer[to - 1] >= 0) {
            to--;
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(buffer, from, to - from);
            return HexFormat.of().formatHex(digest.digest(), 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
