package dev.rota.provider.http;

import dev.rota.provider.Headers;
import java.io.ByteArrayOutputStream;

/** Keeps a whole body; the exchange bounds its size. */
final class Collector implements BodySink {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    @Override
    public void head(int status, Headers headers) {
        // The exchange reports them.
    }

    @Override
    public Signal bytes(byte[] buffer, int length, long nanos) {
        body.write(buffer, 0, length);
        return Signal.ALIVE;
    }

    byte[] body() {
        return body.toByteArray();
    }
}
