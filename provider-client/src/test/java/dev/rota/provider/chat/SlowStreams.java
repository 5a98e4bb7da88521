package dev.rota.provider.chat;

import dev.rota.provider.Headers;
import dev.rota.provider.http.BodySink;
import dev.rota.provider.http.Exchange;
import dev.rota.provider.http.HttpLimits;
import dev.rota.provider.http.ProviderHttp;
import dev.rota.provider.http.RawServer;
import dev.rota.provider.http.Signal;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Measures how late first tokens are seen with many slow streams open at once. Not a test: run it by hand on a quiet
 * machine, the server in one process ({@code server}, which prints its port), the client in another ({@code PORT
 * STREAMS}). Both read the same monotonic clock, so a token carries the time it was sent.
 */
public final class SlowStreams {
    private static final int TOKENS = 20;
    private static final long BETWEEN_MS = 500;
    private static final long RAMP_MS_PER_STREAM = 4;
    private static final int WARM_UP_STREAMS = 300;

    private SlowStreams() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("server")) {
            serve();
        } else {
            int port = Integer.parseInt(arguments[0]);
            System.out.print("warm-up: ");
            measure(port, WARM_UP_STREAMS);
            measure(port, Integer.parseInt(arguments[1]));
        }
    }

    private static void serve() throws IOException {
        try (RawServer server = new RawServer((_, out) -> {
            Random random = new Random();
            RawServer.write(
                    out,
                    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + chunk(": wait\n\n"));
            pause(2_000 + random.nextLong(2_000));
            for (int i = 0; i < TOKENS; i++) {
                RawServer.write(out, chunk(token(i == TOKENS - 1 ? "\"stop\"" : "null")));
                pause(BETWEEN_MS);
            }
            RawServer.write(out, chunk("data: [DONE]\n\n") + "0\r\n\r\n");
            return true;
        })) {
            System.out.println(server.uri("/").getPort());
            LockSupport.park();
        }
    }

    private static String token(String finish) {
        return "data: {\"id\":\"gen-1\",\"object\":\"chat.completion.chunk\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":"
                + "{\"role\":\"assistant\",\"content\":\" " + System.nanoTime() + "\"},\"finish_reason\":" + finish
                + "}]}\n\n";
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(millis * 1_000_000);
    }

    /** Notes when each token came, against the time it carries. */
    private static final class Lateness implements BodySink {
        private final ResponseReader reader = new ResponseReader();
        private final List<Long> lags = new ArrayList<>();
        private int seen;

        @Override
        public void head(int status, Headers headers) {
            reader.head(status, headers);
        }

        @Override
        public Signal bytes(byte[] buffer, int length, long nanos) {
            Signal signal = reader.bytes(buffer, length, nanos);
            String text = reader.answer().text();
            if (text.length() > seen) {
                long sent = Long.parseLong(text.substring(text.lastIndexOf(' ') + 1));
                lags.add((lags.isEmpty() ? firstToken() : nanos) - sent);
                seen = text.length();
            }
            return signal;
        }

        private long firstToken() {
            @Nullable Long first = reader.answer().firstTokenNanos();
            return first == null ? 0 : first;
        }
    }

    private static void measure(int port, int streams) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + port + "/v1/chat/completions");
        ConcurrentLinkedQueue<Long> first = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Long> all = new ConcurrentLinkedQueue<>();
        AtomicInteger failed = new AtomicInteger();
        Duration limit = Duration.ofMinutes(2);
        HttpLimits limits = new HttpLimits(Duration.ofSeconds(10), limit, limit, limit, 1_000_000);
        byte[] request = "{}".getBytes(StandardCharsets.UTF_8);
        try (ProviderHttp http = ProviderHttp.start()) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < streams; i++) {
                threads.add(Thread.ofVirtual().start(() -> {
                    Lateness lateness = new Lateness();
                    Exchange exchange = http.post(uri, Headers.none(), request, limits, lateness);
                    if (lateness.lags.size() != TOKENS || exchange.status() != 200) {
                        failed.incrementAndGet();
                    } else {
                        first.add(lateness.lags.getFirst());
                        all.addAll(lateness.lags);
                    }
                }));
                pause(RAMP_MS_PER_STREAM);
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        System.out.printf(
                "streams=%d failed=%d first token late p50=%.2f p99=%.2f max=%.2f ms; all tokens p50=%.2f p99=%.2f ms%n",
                streams,
                failed.get(),
                quantile(first, 0.5),
                quantile(first, 0.99),
                quantile(first, 1),
                quantile(all, 0.5),
                quantile(all, 0.99));
    }

    private static double quantile(Iterable<Long> values, double part) {
        List<Long> list = new ArrayList<>();
        values.forEach(list::add);
        long[] sorted = list.stream().mapToLong(Long::longValue).sorted().toArray();
        int index = (int) Math.min(sorted.length - 1, Math.round(part * (sorted.length - 1)));
        return sorted.length == 0 ? Double.NaN : sorted[index] / 1e6;
    }
}
