package dev.rota.gateway.http;

import dev.rota.gateway.stream.Chunk;
import io.helidon.common.GenericType;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import io.helidon.http.DateTime;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.webserver.http.spi.Sink;
import io.helidon.webserver.http.spi.SinkProviderContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The body of a response whose chunks are made by whoever writes them. Helidon's own stream copies what is written
 * twice to put a chunk's length before it: for a thousand subscribers that was most of what the collector had to do.
 */
final class RawBody extends OutputStream implements Sink<byte[]> {
    static final GenericType<RawBody> TYPE = GenericType.create(RawBody.class);

    private static final byte[] STATUS = "HTTP/1.1 200 OK\r\nDate: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LINE_END = "\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD_BYTES = 512;

    private final DataWriter out;
    private final Runnable closed;

    /** Writes the head: 200, and the headers that the response has by now. */
    RawBody(SinkProviderContext context) {
        this.out = context.connectionContext().dataWriter();
        this.closed = context.closeRunnable();
        BufferData head = BufferData.growing(HEAD_BYTES);
        head.write(STATUS);
        head.write(DateTime.http1Bytes());
        ServerResponseHeaders headers = context.serverResponse().headers();
        headers.set(HeaderValues.TRANSFER_ENCODING_CHUNKED);
        headers.setIfAbsent(HeaderValues.CONNECTION_KEEP_ALIVE);
        headers.remove(HeaderNames.CONTENT_LENGTH);
        headers.forEach(header -> header.writeHttp1Header(head));
        head.write(LINE_END);
        out.write(head);
    }

    @Override
    public RawBody emit(byte[] bytes) {
        out.write(BufferData.create(bytes));
        return this;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single});
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        try {
            emit(bytes);
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(BufferData.create(bytes, offset, length));
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Writes the last chunk; the connection may serve another request. */
    @Override
    public void close() throws IOException {
        write(Chunk.LAST);
        closed.run();
    }
}
