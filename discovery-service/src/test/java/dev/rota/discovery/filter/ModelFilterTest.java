package dev.rota.discovery.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFilterTest {
    private static final Set<String> TEXT = Set.of("text");

    @Test
    void byDefaultFreeModelsThatTakeAndGiveTextAreCandidates() {
        assertThat(ModelFilter.FREE_TEXT.accepts(model("meta/a:free", true, TEXT, TEXT)))
                .isTrue();
        assertThat(ModelFilter.FREE_TEXT.accepts(model("meta/a", false, TEXT, TEXT)))
                .isFalse();
        assertThat(ModelFilter.FREE_TEXT.accepts(model("meta/a", true, Set.of("image"), TEXT)))
                .isFalse();
        assertThat(ModelFilter.FREE_TEXT.accepts(model("meta/a", true, TEXT, Set.of("audio"))))
                .isFalse();
        assertThat(ModelFilter.FREE_TEXT.accepts(model("~meta/latest", true, TEXT, TEXT)))
                .isFalse();
    }

    @Test
    void everyRuleCanKeepAModelOutAndSaysSo() {
        ModelFacts model = model("Meta-Llama/llama:free", false, TEXT, TEXT);
        assertThat(filter(Set.of("meta-llama"), 100, 100L, Set.of("tools"), "*llama*", "*:paid")
                        .refusal(model))
                .isEmpty();
        assertThat(filter(Set.of("qwen"), 0, null, Set.of(), "*", "x")
                        .refusal(model)
                        .orElseThrow())
                .contains("family");
        assertThat(filter(Set.of(), 101, null, Set.of(), "*", "x")
                        .refusal(model)
                        .orElseThrow())
                .contains("below 101");
        assertThat(filter(Set.of(), 0, 99L, Set.of(), "*", "x").refusal(model).orElseThrow())
                .contains("above 99");
        assertThat(filter(Set.of(), 0, null, Set.of("seed"), "*", "x")
                        .refusal(model)
                        .orElseThrow())
                .contains("seed");
        assertThat(filter(Set.of(), 0, null, Set.of(), "qwen/*", "x")
                        .refusal(model)
                        .orElseThrow())
                .contains("include");
        assertThat(filter(Set.of(), 0, null, Set.of(), "*", "*:FREE")
                        .refusal(model)
                        .orElseThrow())
                .contains("exclude");
    }

    @Test
    void boundsThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() -> filter(Set.of(), 100, 99L, Set.of(), "*", "x"))
                .hasMessageContaining("maxContext")
                .hasMessageContaining("100");
    }

    @ParameterizedTest
    @CsvSource({
        "*, a/b:free, true",
        "meta-llama/*:free, meta-llama/llama-3:free, true",
        "meta-llama/*:free, meta-llama/llama-3, false",
        "*llama*, META-LLAMA/x, true",
        "a?c, abc, true",
        "a?c, abbc, false",
        "a*b*c, axxbyyc, true",
        "a*b*c, axxbyy, false",
        "a.c, abc, false",
        "a, ab, false"
    })
    void globsMatchWholeIds(String glob, String id, boolean matches) {
        assertThat(new IdGlob(glob).matches(id)).isEqualTo(matches);
    }

    @Test
    void aHostileGlobDoesNotHang() {
        assertThat(new IdGlob("*a".repeat(200) + "b").matches("a".repeat(512))).isFalse();
    }

    private static ModelFilter filter(
            Set<String> families,
            long min,
            @Nullable Long max,
            Set<String> parameters,
            String include,
            String exclude) {
        return new ModelFilter(
                false,
                false,
                families,
                min,
                max,
                parameters,
                List.of(new IdGlob(include)),
                List.of(new IdGlob(exclude)));
    }

    private static ModelFacts model(String id, boolean free, Set<String> input, Set<String> output) {
        ModelId model = new ModelId("openrouter", id);
        Facts facts =
                new Facts(id, model.family(), 100, null, input, output, Set.of("tools"), "0", "0", free, null, null);
        return new ModelFacts(model, facts, Instant.EPOCH, Instant.EPOCH, null, null);
    }
}
