package dev.rota.discovery.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rota.provider.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Asks OpenRouter's {@code GET /key} what the account may do: 50 requests of free models a day on the free tier, 1000
 * once credit was bought. The numbers are OpenRouter's documented ones; the answer itself only names the tier.
 */
public final class AccountReader {
    private static final int FREE_TIER_PER_DAY = 50;
    private static final int CREDIT_PER_DAY = 1000;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final URI url;
    private final @Nullable Secret key;
    private final CatalogueFetch fetch;

    public AccountReader(URI url, @Nullable Secret key, CatalogueFetch fetch) {
        this.url = url;
        this.key = key;
        this.fetch = fetch;
    }

    /** Requests a day; empty where there is no key, or the provider does not say. */
    public OptionalInt requestsPerDay() {
        if (key == null) {
            return OptionalInt.empty();
        }
        return switch (fetch.get(CatalogueReader.below(url, "/key"), key)) {
            case CatalogueFetch.Fetched.Body body -> perDay(new String(body.bytes(), StandardCharsets.UTF_8));
            case CatalogueFetch.Fetched.Refused _ -> OptionalInt.empty();
        };
    }

    private static OptionalInt perDay(String body) {
        try {
            JsonNode freeTier = MAPPER.readTree(body).path("data").path("is_free_tier");
            return freeTier.isBoolean()
                    ? OptionalInt.of(freeTier.booleanValue() ? FREE_TIER_PER_DAY : CREDIT_PER_DAY)
                    : OptionalInt.empty();
        } catch (JsonProcessingException _) {
            return OptionalInt.empty();
        }
    }
}
