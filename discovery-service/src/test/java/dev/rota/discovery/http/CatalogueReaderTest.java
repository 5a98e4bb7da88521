package dev.rota.discovery.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.discovery.catalogue.CatalogueProblem;
import dev.rota.discovery.catalogue.Reading;
import dev.rota.discovery.catalogue.Sweep;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueReaderTest {
    private static final URI BASE = URI.create("https://host/api/v1/");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final Map<String, CatalogueFetch.Fetched> pages = new HashMap<>();
    private Duration patience = Duration.ofMinutes(5);
    private int asked;

    @Test
    void pagesAreFollowedToTheLast() {
        page("https://host/api/v1/models", "a", "\"/api/v1/models?page=2\"", 3);
        page("https://host/api/v1/models?page=2", "b", "\"https://host/api/v1/models?page=3\"", 3);
        page("https://host/api/v1/models?page=3", "c", "null", 3);
        assertThat(read().listings().keySet()).extracting(Object::toString).containsExactly("cat/a", "cat/b", "cat/c");
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void theProvidersTimeComesWithTheReading() {
        byte[] body = "{\"data\":[{\"id\":\"a\"}]}".getBytes(StandardCharsets.UTF_8);
        pages.put("https://host/api/v1/models", new CatalogueFetch.Fetched.Body(body, NOW.minusSeconds(90)));
        assertThat(reader(1_000).read(NOW).providersTime()).isEqualTo(NOW.minusSeconds(90));
    }

    @Test
    void aPageThatFailsFailsTheWhole() {
        page("https://host/api/v1/models", "a", "\"/api/v1/models?page=2\"", 2);
        pages.put(
                "https://host/api/v1/models?page=2",
                new CatalogueFetch.Fetched.Refused("connection", "was closed after 10 bytes"));
        assertThat(problem().toString()).isEqualTo("catalogue cat: connection: was closed after 10 bytes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "https://elsewhere/models"     | another host
                    "http://host/api/v1/models"    | another host
                    "https://host:444/models"      | another host
                    "//elsewhere/models"           | another host
                    "/api/v1/models"               | in a circle
                    "not an address"               | must be an address
                    """)
    void aNextPageThatLeadsAstrayIsRefused(String link, String message) {
        page("https://host/api/v1/models", "a", link, 2);
        assertThat(problem().field()).isEqualTo("links.next");
        assertThat(problem().message()).contains(message);
    }

    @Test
    void pagesWithoutEndAreRefused() {
        for (int i = 0; i <= 300; i++) {
            String page = i == 0 ? "" : "?page=" + i;
            page("https://host/api/v1/models" + page, "m" + i, "\"/api/v1/models?page=" + (i + 1) + "\"", null);
        }
        assertThat(problem().field()).isEqualTo("links.next");
        assertThat(asked).isLessThanOrEqualTo(400);
    }

    @Test
    void pagesThatComeTooSlowlyAreNotFollowedForEver() {
        patience = Duration.ZERO;
        page("https://host/api/v1/models", "a", "\"/api/v1/models?page=2\"", null);
        page("https://host/api/v1/models?page=2", "b", "null", null);
        assertThat(problem().toString()).startsWith("catalogue cat: links.next: goes on after 1 pages");
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void fewerRecordsThanAnnouncedIsACatalogueCutShort() {
        page("https://host/api/v1/models", "a", "null", 300);
        assertThat(problem().toString())
                .isEqualTo("catalogue cat: total_count: is 300, but only 1 records came: it was cut short");
    }

    @Test
    void pagesThatAreTooLargeTogetherAreRefused() {
        page("https://host/api/v1/models", "a".repeat(300), "\"/api/v1/models?page=2\"", null);
        page("https://host/api/v1/models?page=2", "b".repeat(300), "null", null);
        Sweep sweep = reader(700).read(NOW);
        assertThat(((Sweep.Failed) sweep).problem().message()).contains("larger than 700 bytes");
    }

    private Reading read() {
        return ((Sweep.Read) reader(1_000_000).read(NOW)).reading();
    }

    private CatalogueProblem problem() {
        return ((Sweep.Failed) reader(1_000_000).read(NOW)).problem();
    }

    private CatalogueReader reader(long maxBytes) {
        CatalogueFetch fetch = (uri, key) -> {
            asked++;
            return pages.getOrDefault(
                    uri.toString(), new CatalogueFetch.Fetched.Refused("status", "is 404 for " + uri));
        };
        return new CatalogueReader("cat", BASE, null, false, fetch, maxBytes, patience);
    }

    private void page(String address, String id, String next, @Nullable Integer total) {
        String json =
                "{\"data\":[{\"id\":\"%s\"}],\"total_count\":%s,\"links\":{\"next\":%s}}".formatted(id, total, next);
        pages.put(address, new CatalogueFetch.Fetched.Body(json.getBytes(StandardCharsets.UTF_8)));
    }
}
