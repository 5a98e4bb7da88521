package dev.rota.ranking.evidence;

import java.util.ArrayList;
import java.util.List;

/** A list of longs that grows without copying, for there may be tens of millions. */
final class LongColumn {
    private static final int BITS = 16;
    private static final int CHUNK = 1 << BITS;

    private final List<long[]> chunks = new ArrayList<>();
    private int size;

    void add(long value) {
        if (size >>> BITS == chunks.size()) {
            chunks.add(new long[CHUNK]);
        }
        chunks.getLast()[size & (CHUNK - 1)] = value;
        size++;
    }

    long get(int i) {
        return chunks.get(i >>> BITS)[i & (CHUNK - 1)];
    }

    int size() {
        return size;
    }
}
