package dev.rota.discovery.http;

import dev.rota.provider.Secret;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Gets bodies for catalogues. Never throws for what the other side does. Thread-safe. */
public interface CatalogueFetch {
    /**
     * Gets one body.
     *
     * @param key sent as a bearer token; null for none
     */
    Fetched get(URI uri, @Nullable Secret key);

    /** What came of it. */
    sealed interface Fetched {
        /**
         * The body of a success.
         *
         * @param bytes decompressed
         * @param date the provider's time as it answered; null if it does not say
         */
        @SuppressWarnings("ArrayRecordComponent") // Bodies are handed on, never compared.
        record Body(byte[] bytes, @Nullable Instant date) implements Fetched {
            public Body(byte[] bytes) {
                this(bytes, null);
            }
        }

        /**
         * No body, or that of an error.
         *
         * @param field what is wrong: {@code connection}, {@code status}, {@code body}, {@code redirect}
         * @param message how, and what to do about it; no secrets
         */
        record Refused(String field, String message) implements Fetched {}
    }
}
