package dev.rota.gateway;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * The subscribers of {@link StreamScale}, in a process of their own. It says {@code connected} when each has its first
 * event, reads from its standard input when each later revision was handed over, and answers with how late they came.
 * Both processes read the machine's one monotonic clock, which is what {@link System#nanoTime} is on Linux.
 *
 * <p>Arguments: the gateway's address, subscribers, revisions that follow the first, and how many of these to leave
 * out.
 */
final class StreamReaderProcess {
    private StreamReaderProcess() {}

    public static void main(String[] args) throws Exception {
        int subscribers = Integer.parseInt(args[1]);
        int revisions = Integer.parseInt(args[2]);
        int warmUp = Integer.parseInt(args[3]);
        long[][] seen = new long[revisions + 2][subscribers];
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                StreamReaders readers = new StreamReaders(
                        URI.create(args[0]), "speed", (client, event, now) -> seen[event][client] = now)) {
            for (int i = 0; i < subscribers; i++) {
                readers.connect();
                LockSupport.parkNanos(500_000);
            }
            readers.await(subscribers);
            System.out.println("connected");
            long before = cpu();
            long[] sent = Arrays.stream(in.readLine().split(" "))
                    .mapToLong(Long::parseLong)
                    .toArray();
            readers.await((long) subscribers * (revisions + 1));
            print(seen, sent, warmUp);
            System.out.printf(
                    Locale.ROOT,
                    "readers: CPU %.1f us a delivery%n",
                    (cpu() - before) / 1e3 / ((double) subscribers * revisions));
        }
        System.out.println("end");
    }

    private static void print(long[][] seen, long[] sent, int warmUp) {
        long[] all = new long[seen[0].length * (sent.length - warmUp)];
        long[] last = new long[sent.length - warmUp];
        int count = 0;
        for (int i = warmUp; i < sent.length; i++) {
            for (long at : seen[i + 2]) {
                all[count++] = at - sent[i];
                last[i - warmUp] = Math.max(last[i - warmUp], at - sent[i]);
            }
        }
        Arrays.sort(all);
        Arrays.sort(last);
        System.out.printf(
                Locale.ROOT,
                "late ms p50=%.1f p95=%.1f p99=%.1f max=%.1f; until the last has it, middle of %d revisions: %.1f%n",
                at(all, 0.5),
                at(all, 0.95),
                at(all, 0.99),
                at(all, 1),
                last.length,
                at(last, 0.5));
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
