package dev.rota.discovery.http;

import dev.rota.discovery.catalogue.CatalogueProblem;
import dev.rota.provider.Headers;
import dev.rota.provider.Redaction;
import dev.rota.provider.Secret;
import dev.rota.provider.http.Fetch;
import dev.rota.provider.http.ProviderHttp;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Gets bodies with the providers' HTTP client. */
public final class ProviderFetch implements CatalogueFetch {
    private final ProviderHttp http;
    private final long maxBytes;
    private final Duration timeout;

    /**
     * @param http used, not closed
     * @param maxBytes the largest body accepted, decompressed
     * @param timeout for one body
     */
    public ProviderFetch(ProviderHttp http, long maxBytes, Duration timeout) {
        this.http = http;
        this.maxBytes = maxBytes;
        this.timeout = timeout;
    }

    @Override
    public Fetched get(URI uri, @Nullable Secret key) {
        Headers headers = key == null ? Headers.none() : Headers.bearer(key);
        Fetch fetch = http.get(uri, headers.with("Accept", "application/json"), maxBytes, timeout);
        return switch (fetch) {
            case Fetch.Answered answered
            when answered.ok() -> new Fetched.Body(answered.body(), date(answered.headers()));
            case Fetch.Answered answered -> refused(answered, key);
            case Fetch.Failed failed -> new Fetched.Refused(field(failed.problem()), remedy(failed));
        };
    }

    private static @Nullable Instant date(Headers headers) {
        try {
            String date = headers.first("Date").orElse("");
            return date.isEmpty() ? null : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.strip()));
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static Fetched refused(Fetch.Answered answered, @Nullable Secret key) {
        String words = Redaction.redact(key == null ? answered.text() : key.maskIn(answered.text()));
        String advice = switch (answered.status()) {
            case 401, 403 -> "; check the catalogue's key";
            case 404 -> "; check the catalogue's url, which ends before /models";
            case 429 -> "; it is read again later";
            default -> "";
        };
        return new Fetched.Refused(
                "status", "is " + answered.status() + ", with the words " + CatalogueProblem.quote(words) + advice);
    }

    private static String field(Fetch.Problem problem) {
        return switch (problem) {
            case CONNECTION, TIMEOUT, CANCELLED -> "connection";
            case TOO_LARGE, CUT_SHORT, MALFORMED -> "body";
            case REDIRECT -> "redirect";
        };
    }

    private static String remedy(Fetch.Failed failed) {
        return failed.problem() == Fetch.Problem.REDIRECT
                ? failed.message() + "; redirects are not followed, set the catalogue's url to where it leads"
                : failed.message();
    }
}
