package dev.rota.provider.chat;

import java.util.Arrays;

/**
 * Cuts bytes into lines, whatever their ends: LF, CRLF or CR. Works on bytes, so that a character split between two
 * reads is whole again before anybody looks at it.
 */
final class LineBuffer {
    /** Takes a line's bytes, from {@code from} up to {@code to}, without its end. */
    interface Lines {
        void line(byte[] bytes, int from, int to);
    }

    private final int maxLine;
    private byte[] held = new byte[0];
    private int length;
    private boolean afterCr;

    LineBuffer(int maxLine) {
        this.maxLine = maxLine;
    }

    /** Whether all went well; false if a line is longer than allowed. */
    boolean add(byte[] bytes, int count, Lines lines) {
        if (count == 0) {
            return true;
        }
        int from = afterCr && bytes[0] == '\n' ? 1 : 0;
        for (int i = from; i < count; i++) {
            byte b = bytes[i];
            if (b == '\n' || b == '\r') {
                emit(bytes, from, i, lines);
                if (b == '\r' && i + 1 < count && bytes[i + 1] == '\n') {
                    i++;
                }
                from = i + 1;
            }
        }
        afterCr = bytes[count - 1] == '\r';
        return hold(bytes, from, count);
    }

    private void emit(byte[] bytes, int from, int to, Lines lines) {
        if (length == 0) {
            lines.line(bytes, from, to);
            return;
        }
        if (hold(bytes, from, to)) {
            int whole = length;
            length = 0;
            lines.line(held, 0, whole);
        }
    }

    private boolean hold(byte[] bytes, int from, int to) {
        int more = to - from;
        if (length + more > maxLine) {
            return false;
        }
        if (length + more > held.length) {
            held = Arrays.copyOf(held, Math.max(held.length * 2, length + more));
        }
        System.arraycopy(bytes, from, held, length, more);
        length += more;
        return true;
    }

    /** What has no line end yet. */
    void end(Lines lines) {
        if (length > 0) {
            int whole = length;
            length = 0;
            lines.line(held, 0, whole);
        }
    }
}
