package dev.rota.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamTest {
    private TestGateway gateway = TestGateway.start();

    @BeforeEach
    void feed() {
        gateway.fed().put(Samples.rotation("speed", 1));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void theNewestSnapshotComesFirstThenEveryRevision() throws IOException {
        gateway.fed().put(Samples.rotation("speed", 2));
        try (Stream stream = new Stream(gateway, "")) {
            assertThat(stream.ids(1)).containsExactly(2L);
            gateway.fed().put(Samples.rotation("speed", 3));
            gateway.fed().put(Samples.rotation("speed", 4));
            assertThat(stream.ids(2)).containsExactly(3L, 4L);
        }
    }

    @Test
    void aSubscriberThatComesBackGetsWhatItMissed() throws IOException {
        for (int revision = 2; revision <= 6; revision++) {
            gateway.fed().put(Samples.rotation("speed", revision));
        }
        try (Stream stream = new Stream(gateway, "Last-Event-ID: 4\r\n")) {
            assertThat(stream.ids(2)).containsExactly(5L, 6L);
        }
        try (Stream stream = new Stream(gateway, "Last-Event-ID: 6\r\n")) {
            gateway.fed().put(Samples.rotation("speed", 7));
            assertThat(stream.ids(1)).containsExactly(7L);
        }
    }

    @Test
    void aSubscriberThatMissedNothingIsAnsweredAtOnce() throws IOException {
        try (Stream stream = new Stream(gateway, "Last-Event-ID: 1\r\n")) {
            assertThat(stream.line()).startsWith(":");
            gateway.fed().put(Samples.rotation("speed", 2));
            assertThat(stream.ids(1)).containsExactly(2L);
        }
    }

    @Test
    void aSubscriberThatWasLongAwayGetsTheNewestAlone() throws IOException {
        for (int revision = 2; revision <= 100; revision++) {
            gateway.fed().put(Samples.rotation("speed", revision));
        }
        for (String last : List.of("3", "4711", "nonsense", "99999999999999999999")) {
            try (Stream stream = new Stream(gateway, "Last-Event-ID: " + last + "\r\n")) {
                assertThat(stream.ids(1)).containsExactly(100L);
            }
        }
    }

    @Test
    void aRemovedRotationEndsItsStreams() throws IOException {
        try (Stream stream = new Stream(gateway, "")) {
            stream.ids(1);
            gateway.fed().removeRotation("speed");
            assertThat(stream.rest()).isEmpty();
        }
    }

    @Test
    void aSubscriberThatLeavesIsForgotten() throws IOException {
        try (Stream stream = new Stream(gateway, "")) {
            stream.ids(1);
            assertThat(gateway.streams().size()).isEqualTo(1);
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            gateway.fed().put(Samples.rotation("speed", 2));
            return gateway.streams().size() == 0;
        });
    }

    @Test
    void aSilentStreamIsKeptAliveAndOneTooManyIsToldToComeBack() throws IOException {
        gateway.close();
        GatewayConfig usual = GatewayConfig.onLoopback(0);
        gateway = new TestGateway(
                new GatewayConfig(
                        usual.bind(), 0, usual.token(), 1, Duration.ofMillis(50), Duration.ofSeconds(5), 1_000),
                GatewayParts.none());
        gateway.fed().put(Samples.rotation("speed", 1));
        try (Stream stream = new Stream(gateway, "")) {
            stream.ids(1);
            assertThat(stream.line()).startsWith(":");
            var second = gateway.get("/api/rotations/speed/stream");
            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.headers().firstValue("Retry-After")).contains("10");
        }
    }

    @Test
    void aClientThatDoesNotReadIsCut() throws IOException {
        gateway.close();
        GatewayConfig usual = GatewayConfig.onLoopback(0);
        gateway = new TestGateway(
                new GatewayConfig(
                        usual.bind(), 0, usual.token(), 10, Duration.ofSeconds(15), Duration.ofSeconds(1), 1_000),
                GatewayParts.none());
        gateway.fed().put(Samples.rotation("speed", 1));
        try (Stream stream = new Stream(gateway, "")) {
            stream.ids(1);
            long[] revision = {1};
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> {
                        for (int i = 0; i < 500; i++) {
                            gateway.fed().put(Samples.rotation("speed", ++revision[0]));
                        }
                        return gateway.streams().size() == 0;
                    });
        }
    }

    @Test
    void clientsThatDoNotReadHoldUpNobody() throws IOException {
        gateway.close();
        GatewayConfig usual = GatewayConfig.onLoopback(0);
        gateway = new TestGateway(
                new GatewayConfig(usual.bind(), 0, usual.token(), 100, usual.heartbeat(), Duration.ofHours(1), 1_000),
                GatewayParts.none());
        gateway.fed().put(StreamLag.rotation(1, 400));
        List<Stream> stalled = new ArrayList<>();
        try (Stream reading = new Stream(gateway, "")) {
            for (int i = 0; i < 20; i++) {
                stalled.add(new Stream(gateway, ""));
            }
            assertThat(reading.ids(1)).containsExactly(1L);
            // Some ten megabytes, which is more than the sockets of those that do not read hold.
            for (int revision = 2; revision <= 100; revision++) {
                gateway.fed().put(StreamLag.rotation(revision, 400));
                assertThat(reading.ids(1)).containsExactly((long) revision);
            }
        } finally {
            for (Stream stream : stalled) {
                stream.close();
            }
        }
    }

    /** A subscriber on a plain socket: nothing between the test and the bytes. */
    private static final class Stream implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader in;

        Stream(TestGateway gateway, String headers) throws IOException {
            socket = new Socket(gateway.address().getHost(), gateway.address().getPort());
            socket.setSoTimeout(60_000);
            String request = "GET /api/rotations/speed/stream HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(in.readLine()).isEqualTo("HTTP/1.1 200 OK");
            for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                assertThat(line).doesNotStartWith("Content-Length");
            }
        }

        List<Long> ids(int count) throws IOException {
            List<Long> ids = new ArrayList<>();
            while (ids.size() < count) {
                String line = in.readLine();
                if (line.startsWith("id: ")) {
                    ids.add(Long.parseLong(line.substring(4)));
                }
            }
            for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                assertThat(line).matches("event: rotation|data: \\{.*}|\\p{XDigit}+");
            }
            return ids;
        }

        /** The next line that is neither empty nor a chunk's length. */
        String line() throws IOException {
            String line = in.readLine();
            return line.isEmpty() || line.matches("\\p{XDigit}+") ? line() : line;
        }

        String rest() throws IOException {
            StringBuilder rest = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.equals("0"); line = in.readLine()) {
                rest.append(line);
            }
            return rest.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
