package dev.rota.provider.http;

import dev.rota.provider.Headers;

/** Takes a response as it arrives. Called on the thread that sent the request. */
public interface BodySink {
    /** The status and headers are there. */
    void head(int status, Headers headers);

    /**
     * Some bytes of the body are there, decompressed.
     *
     * @param buffer holds them from index 0; only valid during the call
     * @param length how many
     * @param nanos {@link System#nanoTime()} when they were read
     */
    Signal bytes(byte[] buffer, int length, long nanos);
}
