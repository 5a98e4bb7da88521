package dev.rota.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Many subscribers of one stream that only note when each event was read to its end: one thread for all of them. Each
 * event is a chunk of the response, so they skip from one chunk's length to the next and look at nothing between.
 */
final class StreamReaders implements AutoCloseable {
    /** Told of each event, on the readers' thread. */
    interface Seen {
        /** @param event which of the client's events it is, from 1 */
        void event(int client, int event, long nanos);
    }

    private final InetSocketAddress server;
    private final byte[] request;
    private final Seen seen;
    private final Selector selector;
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
    private final Thread thread = Thread.ofPlatform().name("stream-readers").unstarted(this::run);
    private int clients;

    StreamReaders(URI gateway, String rotation, Seen seen) throws IOException {
        this.server = new InetSocketAddress(gateway.getHost(), gateway.getPort());
        this.request = ("GET /api/rotations/" + rotation + "/stream HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        this.seen = seen;
        this.selector = Selector.open();
        thread.start();
    }

    /** One more subscriber. */
    void connect() throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.write(ByteBuffer.wrap(request));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new Client(clients++));
        selector.wakeup();
    }

    /**
     * Waits until so many events have come to all clients together.
     *
     * @throws IllegalStateException if a stream ended before
     */
    void await(long count) {
        while (events.get() < count) {
            if (ended.get() > 0 || !thread.isAlive()) {
                throw new IllegalStateException(ended + " streams ended after " + events + " events of all");
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private void run() {
        try {
            while (selector.isOpen()) {
                selector.select(key -> read((SocketChannel) key.channel(), (Client) key.attachment()));
            }
        } catch (ClosedSelectorException _) {
            // Closed while it waited.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(SocketChannel channel, Client client) {
        try {
            buffer.clear();
            if (channel.read(buffer) < 0) {
                end(channel);
                return;
            }
            long now = System.nanoTime();
            for (int chunks = client.chunks(buffer.flip()); chunks > 0; chunks--) {
                seen.event(client.number, ++client.events, now);
                events.incrementAndGet();
            }
        } catch (IOException _) {
            end(channel);
        }
    }

    private void end(SocketChannel channel) {
        ended.incrementAndGet();
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    private static final class Client {
        private final int number;
        private int events;
        private boolean headRead;
        private int newlines;
        /** Bytes of the present chunk that are still to come, its line end included; 0 while its length is read. */
        private int open;

        private int length;

        Client(int number) {
            this.number = number;
        }

        /** How many chunks end in what was read. */
        int chunks(ByteBuffer read) {
            int ended = 0;
            while (read.hasRemaining()) {
                if (!headRead) {
                    byte next = read.get();
                    newlines = next == '\n' ? newlines + 1 : next == '\r' ? newlines : 0;
                    headRead = newlines == 2;
                } else if (open == 0) {
                    byte next = read.get();
                    if (next == '\n') {
                        open = length + 2;
                        length = 0;
                    } else if (next != '\r') {
                        length = 16 * length + Character.digit(next, 16);
                    }
                } else {
                    int skipped = Math.min(open, read.remaining());
                    read.position(read.position() + skipped);
                    open -= skipped;
                    ended += open == 0 ? 1 : 0;
                }
            }
            return ended;
        }
    }
}
