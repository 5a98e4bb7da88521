package dev.rota.provider.chat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

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
        for (int i = lineEnd(bytes, from, count); i < count; i = lineEnd(bytes, from, count)) {
            emit(bytes, from, i, lines);
            boolean two = bytes[i] == '\r' && i + 1 < count && bytes[i + 1] == '\n';
            from = i + (two ? 2 : 1);
        }
        afterCr = bytes[count - 1] == '\r';
        return hold(bytes, from, count);
    }

    /** Where the first line end is, or {@code to}. */
    private static int lineEnd(byte[] bytes, int from, int to) {
        int i = from;
        while (i + Long.BYTES <= to) {
            long eight = (long) LONGS.get(bytes, i);
            if (holds(eight, '\n') || holds(eight, '\r')) {
                break;
            }
            i += Long.BYTES;
        }
        while (i < to && bytes[i] != '\n' && bytes[i] != '\r') {
            i++;
        }
        return i;
    }

    /** Whether one of eight bytes is the one: then it alone becomes zero (Warren, Hacker's Delight, section 6-1). */
    private static boolean holds(long eight, char one) {
        long zeroIfOne = eight ^ (ONES * one);
        return ((zeroIfOne - ONES) & ~zeroIfOne & HIGH_BITS) != 0;
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
