package dev.rota.gateway;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * How late many subscribers see a revision: from its being handed to the streams until the event's last byte is read.
 * All clients are one thread with a selector in the same process, so their cost is on the same cores, but is little.
 *
 * <p>Arguments: subscribers (1000), revisions (200), milliseconds between them (100), entries of the rotation (12).
 */
final class StreamLag {
    /** Revisions that are not counted: the JVM has yet to compile what they run through. */
    private static final int WARM_UP = 200;

    private final int subscribers;
    private final int revisions;
    private final long[] sentNanos;
    private final long[][] lags;

    private StreamLag(int subscribers, int revisions) {
        this.subscribers = subscribers;
        this.revisions = revisions;
        this.sentNanos = new long[revisions + 2];
        this.lags = new long[subscribers][revisions + 2];
    }

    public static void main(String[] args) throws Exception {
        int subscribers = argument(args, 0, 1_000);
        int revisions = argument(args, 1, 200);
        new StreamLag(subscribers, revisions).run(argument(args, 2, 100), argument(args, 3, 12));
    }

    private static int argument(String[] args, int index, int fallback) {
        return args.length > index ? Integer.parseInt(args[index]) : fallback;
    }

    private void run(int pauseMs, int entries) throws Exception {
        try (TestGateway gateway = TestGateway.start();
                StreamReaders readers = new StreamReaders(
                        gateway.address(), "speed", (client, event, now) -> seen(client, event, now))) {
            gateway.fed().put(rotation(1, entries));
            for (int i = 0; i < subscribers; i++) {
                readers.connect();
                LockSupport.parkNanos(2_000_000);
            }
            readers.await(subscribers);
            for (int revision = 2; revision <= revisions + 1; revision++) {
                Rotation next = rotation(revision, entries);
                sentNanos[revision] = System.nanoTime();
                gateway.fed().put(next);
                LockSupport.parkNanos(pauseMs * 1_000_000L);
            }
            readers.await((long) subscribers * (revisions + 1));
        }
        print();
    }

    private void seen(int client, int event, long now) {
        if (event > 1) {
            lags[client][event] = now - sentNanos[event];
        }
    }

    private void print() {
        long[] all = new long[subscribers * (revisions - WARM_UP)];
        int count = 0;
        for (long[] lag : lags) {
            for (int revision = 2 + WARM_UP; revision < 2 + revisions; revision++) {
                all[count++] = lag[revision];
            }
        }
        Arrays.sort(all);
        System.out.printf(
                "subscribers=%d revisions=%d after %d lag ms p50=%.2f p95=%.2f p99=%.2f max=%.2f%n",
                subscribers, revisions - WARM_UP, WARM_UP, at(all, 0.5), at(all, 0.95), at(all, 0.99), at(all, 1));
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    static Rotation rotation(int revision, int entries) {
        List<RotationEntry> list = new ArrayList<>();
        for (int position = 1; position <= entries; position++) {
            list.add(Samples.entry(position, ModelId.parse("openrouter/acme/model-" + position + ":free")));
        }
        return new Rotation("speed", revision, Samples.T, "abc", list, null, null);
    }
}
