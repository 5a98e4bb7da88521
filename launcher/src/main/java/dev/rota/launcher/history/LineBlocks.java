package dev.rota.launcher.history;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into blocks of whole lines, for several threads to parse. What a line has over the limit is dropped.
 */
final class LineBlocks {
    /**
     * Whole lines.
     *
     * @param bytes the lines, each ended by a line feed but perhaps the last of all
     * @param length how many of the bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Block(byte[] bytes, int length) {}

    private final InputStream in;
    private final int size;
    private final int maxLine;
    private byte[] rest = new byte[0];
    private long position;
    private boolean dropping;
    private boolean ended;

    /** @param size how many bytes a block has at most; no less than twice {@code maxLine} */
    LineBlocks(InputStream in, int size, int maxLine) {
        if (size < 2 * maxLine) {
            throw new IllegalArgumentException("a block of " + size + " bytes cannot hold lines of " + maxLine);
        }
        this.in = in;
        this.size = size;
        this.maxLine = maxLine;
    }

    /** How many bytes were read so far. */
    long position() {
        return position;
    }

    /** The next block; null at the end. */
    @Nullable
    Block next() throws IOException {
        if (ended) {
            return null;
        }
        byte[] block = Arrays.copyOf(rest, size);
        int kept = rest.length;
        while (true) {
            int read = in.readNBytes(block, kept, size - kept);
            position += read;
            ended = read < size - kept;
            int from = dropping ? afterLine(block, kept, kept + read) : kept;
            if (from > kept) {
                // The end of a line that was too long: its line feed goes to where the line was cut.
                System.arraycopy(block, from, block, kept, kept + read - from);
                read -= from - kept;
            }
            int end = kept + read;
            int lines = ended ? end : afterLastLine(block, end);
            if (lines > 0 || ended) {
                rest = cut(block, lines, end);
                return lines == 0 ? null : new Block(block, lines);
            }
            // One line fills the block, so it is too long.
            dropping = true;
            kept = maxLine;
        }
    }

    private byte[] cut(byte[] block, int from, int to) {
        if (to - from <= maxLine) {
            return Arrays.copyOfRange(block, from, to);
        }
        dropping = true;
        return Arrays.copyOfRange(block, from, from + maxLine);
    }

    /** Where the line feed is that ends the line being dropped, or the end if it goes on. */
    private int afterLine(byte[] block, int from, int to) {
        for (int i = from; i < to; i++) {
            if (block[i] == '\n') {
                dropping = false;
                return i;
            }
        }
        return to;
    }

    private static int afterLastLine(byte[] block, int end) {
        for (int i = end; i > 0; i--) {
            if (block[i - 1] == '\n') {
                return i;
            }
        }
        return 0;
    }
}
