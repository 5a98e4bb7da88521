package dev.rota.provider.chat;

import dev.rota.provider.Headers;
import dev.rota.provider.http.BodySink;
import dev.rota.provider.http.Signal;

/** Reads a response, and passes it on. */
final class RelayingSink implements BodySink {
    private final ResponseReader reader;
    private final Passage passage;

    RelayingSink(ResponseReader reader, Passage passage) {
        this.reader = reader;
        this.passage = passage;
    }

    @Override
    public void head(int status, Headers headers) {
        reader.head(status, headers);
    }

    @Override
    public Signal bytes(byte[] buffer, int length, long nanos) {
        Signal signal = reader.bytes(buffer, length, nanos);
        return passage.bytes(buffer, length, reader.form(), reader.begun()) ? signal : Signal.STOP;
    }
}
