package dev.rota.discovery.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.discovery.catalogue.CatalogueProblem;
import dev.rota.discovery.catalogue.CatalogueRefused;
import dev.rota.discovery.catalogue.Listing;
import dev.rota.discovery.catalogue.Reading;
import dev.rota.discovery.catalogue.ReadingBuilder;
import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CataloguePageTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void aRecordOfOpenRouterIsReadWhole() throws CatalogueRefused {
        Listing listing = only("""
                {"data":[{"id":"meta-llama/llama-4:free","name":"Llama 4","created":1787336476,"context_length":131072,
                 "architecture":{"input_modalities":["text","image"],"output_modalities":["text"],"new":1},
                 "pricing":{"prompt":"0","completion":"0.0","image":"0.002"},
                 "top_provider":{"max_completion_tokens":8192},"supported_parameters":["tools","seed"],
                 "expiration_date":"2026-12-31","benchmarks":[1,2]}],"total_count":1,"links":{"next":null}}
                """);
        assertThat(listing.model()).hasToString("openrouter/meta-llama/llama-4:free");
        assertThat(listing.facts())
                .isEqualTo(new Facts(
                        "Llama 4",
                        "meta-llama",
                        131072,
                        8192L,
                        Set.of("image", "text"),
                        Set.of("text"),
                        Set.of("seed", "tools"),
                        "0",
                        "0",
                        true,
                        Instant.ofEpochSecond(1787336476),
                        Instant.parse("2026-12-31T00:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"llama3.2:latest\",\"object\":\"model\",\"created\":1730000000,\"owned_by\":\"library\"}",
                "{\"id\":\"llama3.2:latest\",\"object\":\"model\",\"max_model_len\":4096}",
                "{\"id\":\"llama3.2:latest\",\"active\":true,\"context_window\":4096,\"max_completion_tokens\":100}"
            })
    void aRecordOfAnythingCompatibleWithOpenAiIsATextModelOfUnknownPrice(String record) throws CatalogueRefused {
        Facts facts = only("{\"object\":\"list\",\"data\":[" + record + "]}").facts();
        assertThat(facts.free()).isFalse();
        assertThat(facts.promptPricePerToken()).isNull();
        assertThat(facts.inputModalities()).containsExactly("text");
        assertThat(facts.outputModalities()).containsExactly("text");
    }

    @Test
    void whereUnknownPricesMeanFreeTheyDo() throws CatalogueRefused {
        ReadingBuilder reading = new ReadingBuilder("local");
        CataloguePage.read("local", stream("[{\"id\":\"qwen3\"}]"), new ModelRecord("local", NOW, true), reading);
        assertThat(listing(reading.build(NOW), "local", "qwen3").facts().free()).isTrue();
    }

    @Test
    void modelsThatDoNotTalkAreToldByTheirNameWhereNothingElseTells() throws CatalogueRefused {
        for (String id :
                new String[] {"nomic-embed-text", "whisper-large-v3", "playai-tts", "text-embedding-3-small"}) {
            assertThat(only("{\"data\":[{\"id\":\"" + id + "\"}]}").facts().outputModalities())
                    .as(id)
                    .isEmpty();
        }
    }

    @Test
    void aModelTheProviderHasSwitchedOffIsNotListed() throws CatalogueRefused {
        Reading reading = read("{\"data\":[{\"id\":\"a\",\"active\":false},{\"id\":\"b\"}]}");
        assertThat(reading.size()).isEqualTo(1);
        assertThat(reading.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"prompt":"0","completion":"0"}                                             | true
                    {"prompt":"0.000","completion":"0E-9"}                                      | true
                    {"prompt":0,"completion":0.0}                                               | true
                    {"prompt":"0","completion":"0","image":"0.01","web_search":"0.02"}          | true
                    {"prompt":"0","completion":"0","request":"0.01"}                            | false
                    {"prompt":"0","completion":"0","tomorrows_text_price":"0.01"}               | false
                    {"prompt":"0","completion":"0.0000002"}                                     | false
                    {"prompt":"-1","completion":"-1"}                                           | false
                    {"prompt":"0"}                                                              | false
                    {"prompt":"0","completion":"0","overrides":[{"min_prompt_tokens":9,"prompt":"0"}]}     | true
                    {"prompt":"0","completion":"0","overrides":[{"min_prompt_tokens":9,"prompt":"0.001"}]} | false
                    {"prompt":"0","completion":"0","overrides":[{"utc_start":1000,"completion":"0"}]}      | true
                    {"prompt":"0","completion":"0","overrides":[{"utc_start":1000,"input_cache_write":"0.001"}]} | false
                    """)
    void freeMeansThatEveryTextPriceIsZeroAsADecimal(String pricing, boolean free) throws CatalogueRefused {
        Facts facts = only("{\"data\":[{\"id\":\"a/b:free\",\"pricing\":" + pricing + "}]}")
                .facts();
        assertThat(facts.free()).isEqualTo(free);
        assertThat(facts.promptPricePerToken()).isNotEqualTo("-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "2026-12-31"            | 2026-12-31T00:00:00Z
                    "2026-12-31T10:30:00Z"  | 2026-12-31T10:30:00Z
                    "2098-12-31"            |
                    "9999-01-01"            |
                    ""                      |
                    null                    |
                    """)
    void farAwayExpiryDatesMeanNone(String date, Instant expected) throws CatalogueRefused {
        assertThat(only("{\"data\":[{\"id\":\"a\",\"expiration_date\":" + date + "}]}")
                        .facts()
                        .expiresAt())
                .isEqualTo(expected);
    }

    @Test
    void anAliasNamesItsTarget() throws CatalogueRefused {
        Listing listing =
                only("{\"data\":[{\"id\":\"~x-ai/grok-latest\",\"alias_target\":{\"slug\":\"x-ai/grok-4.6\"}}]}");
        assertThat(listing.aliasOf()).isEqualTo("x-ai/grok-4.6");
        assertThat(listing.facts().family()).isEqualTo("x-ai");
        assertThat(only("{\"data\":[{\"id\":\"~x-ai/grok-latest\"}]}").alias()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "pricing":{"prompt":"gratis","completion":"0"}         | pricing.prompt
                    "pricing":{"prompt":"0","completion":true}             | pricing.completion
                    "pricing":{"prompt":"1000","completion":"0"}           | pricing.prompt
                    "pricing":{"prompt":"1E+999999999","completion":"0"}   | pricing.prompt
                    "pricing":{"prompt":"0","completion":"0","overrides":{}} | pricing.overrides
                    "pricing":[]                                           | pricing
                    "context_length":"many"                                | context_length
                    "context_length":-1                                    | context_length
                    "context_length":1e300                                 | context_length
                    "context_length":1.5                                   | context_length
                    "top_provider":{"max_completion_tokens":[]}            | top_provider.max_completion_tokens
                    "top_provider":"x"                                     | top_provider
                    "supported_parameters":"tools"                         | supported_parameters
                    "supported_parameters":[{}]                            | supported_parameters
                    "architecture":{"modality":"text"}                     | architecture.modality
                    "expiration_date":"soon"                               | expiration_date
                    "expiration_date":20261231                             | expiration_date
                    "alias_target":"x"                                     | alias_target
                    """)
    void aFactOfTheWrongFormCostsThatRecordOnly(String field, String named) throws CatalogueRefused {
        Reading reading = read("{\"data\":[{\"id\":\"bad\"," + field + "},{\"id\":\"good\"}]}");
        assertThat(reading.setAside()).containsExactly(new ModelId("openrouter", "bad"));
        assertThat(reading.listings()).containsOnlyKeys(new ModelId("openrouter", "good"));
        assertThat(reading.problems()).hasSize(1);
        assertThat(reading.problems().getFirst().field()).isEqualTo("data[0]." + named);
        assertThat(reading.problems().getFirst()).asString().startsWith("catalogue openrouter: data[0].");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "null", "\"\"", "\"a\\u0000b\"", "\"line\\nbreak\"", "{}"})
    void anIdThatCannotBeOneIsLeftOut(String id) throws CatalogueRefused {
        Reading reading = read("{\"data\":[{\"id\":" + id + "},{\"id\":\"good\"}, 5]}");
        assertThat(reading.listings()).containsOnlyKeys(new ModelId("openrouter", "good"));
        assertThat(reading.problems()).extracting(CatalogueProblem::field).containsExactly("data[0].id", "data[2].id");
        assertThat(reading.problems().getFirst().message().chars().noneMatch(Character::isISOControl))
                .isTrue();
    }

    @Test
    void anIdOfTenKilobytesIsLeftOutAndNotRepeatedInTheMessage() throws CatalogueRefused {
        Reading reading = read("{\"data\":[{\"id\":\"" + "x".repeat(10_000) + "\"},{\"id\":\"good\"}]}");
        assertThat(reading.listings()).hasSize(1);
        assertThat(reading.problems().getFirst().message()).hasSizeLessThan(300);
    }

    @Test
    void listedTwiceAlikeCountsOnceListedTwiceOtherwiseIsNotBelieved() throws CatalogueRefused {
        Reading reading = read("""
                {"data":[{"id":"a"},{"id":"a"},{"id":"b","context_length":1},{"id":"b","context_length":2},{"id":"b"}]}
                """);
        assertThat(reading.listings()).containsOnlyKeys(new ModelId("openrouter", "a"));
        assertThat(reading.setAside()).containsExactly(new ModelId("openrouter", "b"));
        assertThat(reading.problemCount()).isEqualTo(3);
    }

    @Test
    void problemsWithoutEndAreCountedNotKept() throws CatalogueRefused {
        Reading reading = read("{\"data\":[" + "{\"id\":1},".repeat(999) + "{\"id\":\"a\"}]}");
        assertThat(reading.problemCount()).isEqualTo(999);
        assertThat(reading.problems()).hasSize(Reading.MAX_PROBLEMS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <!DOCTYPE html><html></html>                        | body
                    ''                                                  | body
                    "models"                                            | body
                    {"data":[{"id":"a"}                                 | body
                    {"data":[{"id":"a"}],"links":                       | body
                    {"data":[{"id":"a"}]}{"data":[]}                    | body
                    {"data":{"id":"a"}}                                 | data
                    {"models":[]}                                       | data
                    {"error":{"code":401,"message":"No auth"}}          | error
                    {"error":"down"}                                    | error
                    {"data":[],"total_count":"many"}                    | total_count
                    {"data":[],"links":{"next":7}}                      | links.next
                    """)
    void aBodyThatIsNoCatalogueIsRefusedWithItsField(String body, String field) {
        assertThatThrownBy(() -> read(body)).isInstanceOfSatisfying(CatalogueRefused.class, refused -> {
            assertThat(refused.problem().catalogue()).isEqualTo("openrouter");
            assertThat(refused.problem().field()).isEqualTo(field);
        });
    }

    private static Listing only(String body) throws CatalogueRefused {
        Reading reading = read(body);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.listings()).hasSize(1);
        return reading.listings().values().iterator().next();
    }

    private static Listing listing(Reading reading, String catalogue, String id) {
        return Objects.requireNonNull(reading.listings().get(new ModelId(catalogue, id)));
    }

    private static Reading read(String body) throws CatalogueRefused {
        ReadingBuilder reading = new ReadingBuilder("openrouter");
        CataloguePage.read("openrouter", stream(body), new ModelRecord("openrouter", NOW, false), reading);
        return reading.build(NOW);
    }

    private static ByteArrayInputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }
}
