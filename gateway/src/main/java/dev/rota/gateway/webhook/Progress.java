package dev.rota.gateway.webhook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * How far a webhook is in one partition: everything before an offset is settled, and some beyond it. The latter goes
 * into the metadata of the commit, so that a restart neither forgets a change that waits nor repeats one after it. Not
 * thread-safe.
 */
final class Progress {
    /** Brokers take 4,096 characters. */
    private static final int MOST_CHARACTERS = 4_000;

    private static final int RADIX = 36;

    private final NavigableSet<Long> beyond = new TreeSet<>();
    private long next;

    private Progress(long next) {
        this.next = next;
    }

    /** Everything before the offset is settled, nothing from it on. */
    static Progress at(long next) {
        return new Progress(next);
    }

    /**
     * As it was committed.
     *
     * @param metadata what {@link #metadata} gave; anything else counts as none
     */
    static Progress of(long committed, String metadata) {
        Progress progress = new Progress(committed);
        for (String range : metadata.isEmpty() ? new String[0] : metadata.split(",", -1)) {
            try {
                String[] ends = range.split("-", -1);
                long from = committed + Long.parseLong(ends[0], RADIX);
                long to = committed + Long.parseLong(ends[ends.length - 1], RADIX);
                for (long offset = from; offset <= to && to - from < MOST_CHARACTERS * 10L; offset++) {
                    progress.beyond.add(offset);
                }
            } catch (NumberFormatException _) {
                return new Progress(committed);
            }
        }
        return progress;
    }

    boolean settled(long offset) {
        return offset < next || beyond.contains(offset);
    }

    void settle(Collection<Long> offsets) {
        beyond.addAll(offsets);
    }

    /**
     * Everything below {@code oldestOpen} has been read and is settled, or is known to be.
     *
     * @param oldestOpen the first offset that waits, or the next to be read
     */
    void advance(long oldestOpen) {
        next = Math.max(next, oldestOpen);
        beyond.headSet(next).clear();
    }

    /** The offset to commit. */
    long next() {
        return next;
    }

    /**
     * What is settled beyond it, as ranges. Where they are too many the last ones are left out, and may be repeated.
     */
    String metadata() {
        List<String> ranges = new ArrayList<>();
        int length = 0;
        Long from = beyond.isEmpty() ? null : beyond.first();
        while (from != null) {
            long to = from;
            while (beyond.contains(to + 1)) {
                to++;
            }
            String range = range(from, to);
            length += range.length() + 1;
            if (length > MOST_CHARACTERS) {
                break;
            }
            ranges.add(range);
            from = beyond.higher(to);
        }
        return String.join(",", ranges);
    }

    private String range(long from, long to) {
        String start = Long.toString(from - next, RADIX);
        return from == to ? start : start + "-" + Long.toString(to - next, RADIX);
    }
}
