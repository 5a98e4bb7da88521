package dev.rota.gateway.http;

import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * How large a request's body may be. A body that is too large is read on for a while and thrown away: a connection
 * closed while its client still sends is reset, and the client would never read why.
 *
 * @param bytes the most that is taken
 */
public record BodyLimit(int bytes) {
    /** A body this many times too large is cut off without a word. */
    private static final int PATIENCE = 4;

    /** Where the server itself closes the connection, in bytes. */
    long hardLimit() {
        return (long) bytes * PATIENCE;
    }

    /**
     * The whole body.
     *
     * @throws Refusal with status 413 if it is too large
     * @throws UncheckedIOException if the client does not send all of it
     */
    public byte[] read(ServerRequest request) {
        try (InputStream in = request.content().inputStream()) {
            byte[] body = in.readNBytes(bytes);
            long more = in.transferTo(OutputStream.nullOutputStream());
            if (more > 0) {
                throw Refusal.of(
                        413,
                        "a body may have at most " + bytes + " bytes, not " + (bytes + more)
                                + "; send less at a time, or raise gateway.maxBody");
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
