package dev.rota.discovery.http;

import dev.rota.discovery.catalogue.CatalogueProblem;
import dev.rota.discovery.catalogue.CatalogueRefused;
import dev.rota.discovery.catalogue.ReadingBuilder;
import dev.rota.discovery.catalogue.Sweep;
import dev.rota.discovery.json.CataloguePage;
import dev.rota.discovery.json.ModelRecord;
import dev.rota.discovery.json.PageEnd;
import dev.rota.provider.Secret;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one catalogue to its end. A page that fails fails the whole: half a catalogue would look like one that lost
 * half of its models.
 */
public final class CatalogueReader {
    private static final int MAX_PAGES = 200;
    private static final int MAX_RECORDS = 200_000;

    private final String catalogue;
    private final URI url;
    private final @Nullable Secret key;
    private final boolean freeWhereUnknown;
    private final CatalogueFetch fetch;
    private final long maxBytes;
    private final Duration patience;

    /**
     * @param catalogue the catalogue's name
     * @param url its base, with {@code /models} below it
     * @param key its key; null for none
     * @param freeWhereUnknown whether models without a price are free
     * @param maxBytes the most that all pages together may hold
     * @param patience after this no further page is asked for: each may come just in time, and there may be many
     */
    public CatalogueReader(
            String catalogue,
            URI url,
            @Nullable Secret key,
            boolean freeWhereUnknown,
            CatalogueFetch fetch,
            long maxBytes,
            Duration patience) {
        this.catalogue = catalogue;
        this.url = url;
        this.key = key;
        this.freeWhereUnknown = freeWhereUnknown;
        this.fetch = fetch;
        this.maxBytes = maxBytes;
        this.patience = patience;
    }

    /** Reads it, blocking. */
    public Sweep read(Instant now) {
        try {
            return readPages(now);
        } catch (CatalogueRefused refused) {
            return new Sweep.Failed(now, refused.problem());
        } catch (RuntimeException e) {
            // A body nobody thought of must cost this reading, not the service.
            return new Sweep.Failed(now, new CatalogueProblem(catalogue, "body", "could not be read: " + e));
        }
    }

    private Sweep readPages(Instant now) throws CatalogueRefused {
        ReadingBuilder reading = new ReadingBuilder(catalogue);
        ModelRecord records = new ModelRecord(catalogue, now, freeWhereUnknown);
        Set<URI> seen = new HashSet<>();
        URI page = below(url, "/models");
        Instant providersTime = null;
        long bytes = 0;
        long begin = System.nanoTime();
        while (page != null) {
            if (!seen.add(page)) {
                throw new CatalogueRefused(catalogue, "links.next", "leads in a circle, back to " + page);
            }
            CatalogueFetch.Fetched.Body fetched = body(page);
            byte[] body = fetched.bytes();
            providersTime = fetched.date();
            bytes += body.length;
            PageEnd end = CataloguePage.read(catalogue, new ByteArrayInputStream(body), records, reading);
            page = end.next() == null ? null : next(page, end.next());
            checkBounds(bytes, seen.size(), reading.records(), page != null);
            checkComplete(end, reading, page == null);
            checkPatience(System.nanoTime() - begin, seen.size(), page != null);
        }
        return new Sweep.Read(reading.build(now), providersTime);
    }

    private CatalogueFetch.Fetched.Body body(URI page) throws CatalogueRefused {
        return switch (fetch.get(page, key)) {
            case CatalogueFetch.Fetched.Body body -> body;
            case CatalogueFetch.Fetched.Refused refused ->
                throw new CatalogueRefused(catalogue, refused.field(), refused.message());
        };
    }

    private URI next(URI page, String link) throws CatalogueRefused {
        URI next;
        try {
            next = page.resolve(link.strip());
        } catch (IllegalArgumentException _) {
            throw new CatalogueRefused(
                    catalogue, "links.next", "must be an address, not " + CatalogueProblem.quote(link));
        }
        if (!Objects.equals(next.getScheme(), url.getScheme())
                || !Objects.equals(next.getAuthority(), url.getAuthority())) {
            throw new CatalogueRefused(
                    catalogue,
                    "links.next",
                    "leads to another host, " + CatalogueProblem.quote(link) + ", where the key must not go");
        }
        return next;
    }

    private void checkBounds(long bytes, int pages, int records, boolean more) throws CatalogueRefused {
        if (bytes > maxBytes) {
            throw new CatalogueRefused(
                    catalogue, "body", "is larger than " + maxBytes + " bytes; raise discovery.maxCatalogueBytes");
        }
        if (more && pages >= MAX_PAGES) {
            throw new CatalogueRefused(catalogue, "links.next", "goes on after " + MAX_PAGES + " pages");
        }
        if (records > MAX_RECORDS) {
            throw new CatalogueRefused(catalogue, "data", "holds more than " + MAX_RECORDS + " records");
        }
    }

    private void checkPatience(long nanos, int pages, boolean more) throws CatalogueRefused {
        if (more && nanos > patience.toNanos()) {
            throw new CatalogueRefused(
                    catalogue,
                    "links.next",
                    "goes on after " + pages + " pages that took longer than " + patience.toSeconds()
                            + " s together; raise discovery.timeout");
        }
    }

    private void checkComplete(PageEnd end, ReadingBuilder reading, boolean last) throws CatalogueRefused {
        Long total = end.totalCount();
        if (last && total != null && reading.records() < total) {
            throw new CatalogueRefused(
                    catalogue,
                    "total_count",
                    "is " + total + ", but only " + reading.records() + " records came: it was cut short");
        }
    }

    /** An address below a base, whether or not that ends in a slash. */
    public static URI below(URI base, String path) {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path);
    }
}
