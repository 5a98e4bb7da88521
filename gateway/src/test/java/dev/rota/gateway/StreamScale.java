package dev.rota.gateway;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * What many subscribers of one rotation cost a gateway: memory each, processor time a delivery, and how late they see a
 * revision. They are in a process of their own, {@link StreamReaderProcess}, on the same machine: what its kernel and
 * its one thread take, the gateway has not. Each process needs as many open files as there are subscribers.
 *
 * <p>Arguments: subscribers (1000), revisions that count (40), milliseconds between them (1000), entries of the
 * rotation (12), and {@code topic} to publish revisions to a topic of a broker in a process of its own, from which the
 * gateway has them, instead of handing them to the streams; the time then runs from their being there. Some 200,000
 * deliveries before are a warm-up, and are not counted.
 */
final class StreamScale {
    private static final int WARM_UP_DELIVERIES = 200_000;
    private static final int FEWEST_WARM_UPS = 20;

    private StreamScale() {}

    public static void main(String[] args) throws Exception {
        int subscribers = argument(args, 0, 1_000);
        int counted = argument(args, 1, 40);
        int pauseMs = argument(args, 2, 1_000);
        int entries = argument(args, 3, 12);
        int warmUp = Math.max(FEWEST_WARM_UPS, WARM_UP_DELIVERIES / subscribers);
        GatewayConfig config = config(subscribers);
        boolean topic = args.length > 4 && args[4].equals("topic");
        try (ServedRotations gateway = topic ? new RotationsOfTopic(config) : new RotationsByHand(config)) {
            gateway.put(StreamLag.rotation(1, entries));
            long heap = heap();
            long resident = residentKb();
            Process readers = readers(gateway, subscribers, warmUp + counted, warmUp);
            try (BufferedReader out = readers.inputReader();
                    BufferedWriter in = readers.outputWriter()) {
                expect(out, "connected");
                System.out.printf(
                        Locale.ROOT,
                        "%d subscribers: heap %.1f KB, resident %.1f KB each%n",
                        subscribers,
                        (heap() - heap) / 1e3 / subscribers,
                        (double) (residentKb() - resident) / subscribers);
                long[] sent = new long[warmUp + counted];
                long cpu = 0;
                for (int i = 0; i < sent.length; i++) {
                    cpu = i == warmUp ? cpu() : cpu;
                    sent[i] = gateway.put(StreamLag.rotation(i + 2, entries));
                    LockSupport.parkNanos(
                            1_000_000L * (i < warmUp ? Math.min(pauseMs, 20 + subscribers / 20) : pauseMs));
                }
                System.out.printf(
                        Locale.ROOT,
                        "gateway: CPU %.1f us a delivery, heap at most %.0f MB, resident %.0f MB%n",
                        (cpu() - cpu) / 1e3 / ((double) subscribers * counted),
                        peakHeap() / 1e6,
                        residentKb() / 1e3);
                in.write(Arrays.stream(sent).mapToObj(Long::toString).collect(Collectors.joining(" ")));
                in.newLine();
                in.flush();
                expect(out, "end");
            } finally {
                readers.destroy();
            }
        }
    }

    private static GatewayConfig config(int subscribers) {
        GatewayConfig usual = GatewayConfig.onLoopback(0);
        return new GatewayConfig(
                usual.bind(),
                0,
                usual.token(),
                Math.max(subscribers, usual.maxStreams()),
                usual.heartbeat(),
                usual.slowClient(),
                usual.maxBody());
    }

    private static Process readers(ServedRotations gateway, int subscribers, int revisions, int warmUp)
            throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StreamReaderProcess.class.getName(),
                        gateway.address().toString(),
                        Integer.toString(subscribers),
                        Integer.toString(revisions),
                        Integer.toString(warmUp)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Passes on what the readers say, up to the line that is waited for. */
    private static void expect(BufferedReader out, String last) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals(last)) {
                return;
            }
            System.out.println(line);
        }
        throw new IllegalStateException("the readers ended before they said " + last);
    }

    private static int argument(String[] args, int index, int fallback) {
        return args.length > index ? Integer.parseInt(args[index]) : fallback;
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static long heap() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static long residentKb() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
