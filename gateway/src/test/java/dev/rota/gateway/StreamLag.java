package dev.rota.gateway;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationEntry;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * How late many subscribers see a revision: from its being handed to the streams until the event's last byte is read.
 * Clients are virtual threads on plain sockets in the same process, so their cost is on the same cores.
 *
 * <p>Arguments: subscribers (1000), revisions (200), milliseconds between them (100), entries of the rotation (12).
 */
final class StreamLag {
    /** What an event ends with. It is looked for in large pieces: the clients share the cores with the gateway. */
    private static final byte[] END = "}\n\n".getBytes(StandardCharsets.US_ASCII);

    /** Revisions that are not counted: the JVM has yet to compile what they run through. */
    private static final int WARM_UP = 50;

    private final int subscribers;
    private final int revisions;
    private final AtomicLongArray sentNanos;
    private final AtomicIntegerArray seen;
    private final long[][] lags;

    private StreamLag(int subscribers, int revisions) {
        this.subscribers = subscribers;
        this.revisions = revisions;
        this.sentNanos = new AtomicLongArray(revisions + 2);
        this.seen = new AtomicIntegerArray(subscribers);
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
        try (TestGateway gateway = TestGateway.start()) {
            gateway.fed().put(rotation(1, entries));
            CountDownLatch connected = new CountDownLatch(subscribers);
            CountDownLatch done = new CountDownLatch(subscribers);
            for (int i = 0; i < subscribers; i++) {
                int number = i;
                Thread.ofVirtual().start(() -> follow(gateway.address(), number, connected, done));
                LockSupport.parkNanos(2_000_000);
            }
            connected.await();
            for (int revision = 2; revision <= revisions + 1; revision++) {
                Rotation next = rotation(revision, entries);
                sentNanos.set(revision, System.nanoTime());
                gateway.fed().put(next);
                LockSupport.parkNanos(pauseMs * 1_000_000L);
            }
            done.await();
        }
        print();
    }

    private void follow(URI address, int number, CountDownLatch connected, CountDownLatch done) {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setTcpNoDelay(true);
            socket.getOutputStream()
                    .write("GET /api/rotations/speed/stream HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[16 * 1024];
            int revision = 1;
            int matched = 0;
            while (revision <= revisions + 1) {
                int read = in.read(buffer);
                if (read < 0) {
                    throw new IOException("the stream ended");
                }
                long now = System.nanoTime();
                for (int at = 0; at < read; at++) {
                    matched = buffer[at] == END[matched] ? matched + 1 : buffer[at] == END[0] ? 1 : 0;
                    if (matched == END.length) {
                        matched = 0;
                        seen(number, revision++, now, connected);
                    }
                }
            }
        } catch (IOException e) {
            System.err.println("subscriber " + number + " lost: " + e);
        } finally {
            done.countDown();
        }
    }

    private void seen(int number, int revision, long now, CountDownLatch connected) {
        if (revision == 1) {
            connected.countDown();
        } else {
            lags[number][revision] = now - sentNanos.get(revision);
            seen.incrementAndGet(number);
        }
    }

    private void print() {
        long[] all = new long[subscribers * (revisions - WARM_UP)];
        int count = 0;
        for (int i = 0; i < subscribers; i++) {
            for (int revision = 2 + WARM_UP; revision < 2 + seen.get(i); revision++) {
                all[count++] = lags[i][revision];
            }
        }
        long[] sorted = Arrays.copyOf(all, count);
        Arrays.sort(sorted);
        System.out.printf(
                "subscribers=%d revisions=%d after %d seen=%d of %d lag ms p50=%.2f p95=%.2f p99=%.2f max=%.2f%n",
                subscribers,
                revisions - WARM_UP,
                WARM_UP,
                count,
                all.length,
                at(sorted, 0.5),
                at(sorted, 0.95),
                at(sorted, 0.99),
                at(sorted, 1));
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    private static Rotation rotation(int revision, int entries) {
        List<RotationEntry> list = new ArrayList<>();
        for (int position = 1; position <= entries; position++) {
            list.add(Samples.entry(position, ModelId.parse("openrouter/acme/model-" + position + ":free")));
        }
        return new Rotation("speed", revision, Samples.T, "abc", list, null, null);
    }
}
