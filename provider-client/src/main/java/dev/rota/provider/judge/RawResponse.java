package dev.rota.provider.judge;

import dev.rota.provider.Headers;

/**
 * A response that is an error, or should be.
 *
 * @param status the HTTP status; 0 if unknown
 * @param headers of the response
 * @param body as text, bounded
 */
public record RawResponse(int status, Headers headers, String body) {
    public static RawResponse of(int status, String body) {
        return new RawResponse(status, Headers.none(), body);
    }
}
