package dev.rota.launcher.history;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream as bytes in one reused buffer; what a line has over the limit is dropped. */
final class Lines {
    private final InputStream in;
    private final int limit;
    private final byte[] chunk = new byte[1 << 16];
    private byte[] line = new byte[1 << 12];
    private int position;
    private int end;

    Lines(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** The newest line; valid until the next call of {@link #next}. */
    byte[] buffer() {
        return line;
    }

    /** Reads the next line; its length, or -1 at the end. */
    int next() throws IOException {
        int length = 0;
        boolean any = false;
        while (true) {
            if (position == end && !fill()) {
                return any ? length : -1;
            }
            any = true;
            int from = position;
            while (position < end && chunk[position] != '\n') {
                position++;
            }
            length = append(from, position - from, length);
            if (position < end) {
                position++;
                return length;
            }
        }
    }

    private int append(int from, int count, int length) {
        int kept = Math.min(count, limit - length);
        if (length + kept > line.length) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + kept));
        }
        System.arraycopy(chunk, from, line, length, kept);
        return length + kept;
    }

    private boolean fill() throws IOException {
        end = Math.max(0, in.read(chunk));
        position = 0;
        return end > 0;
    }
}
