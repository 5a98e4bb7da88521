package dev.rota.discovery.wanted;

import static org.assertj.core.api.Assertions.assertThat;

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

class WantedModelsTest {
    private static final Instant GONE = Instant.parse("2026-07-19T00:00:00Z");

    private final WantedModels models = new WantedModels(List.of(
            model("meta-llama/llama-3.3-70b-instruct:free", true, GONE),
            model("meta-llama/llama-3.3-70b-instruct", false, null),
            model("meta-llama/llama-4-maverick:free", true, null),
            model("qwen/qwen3-coder:free", true, null),
            model("qwen/qwen3-235b-a22b", false, null),
            model("deepseek/deepseek-chat-v3.1:free", true, null),
            model("mistralai/mistral-small-3.2-24b-instruct:free", true, null),
            model("openrouter/free", true, null)));

    @Test
    void anIdThatIsThereIsFoundWithAndWithoutItsCatalogue() {
        assertThat(models.find("qwen/qwen3-coder:free").exists()).isTrue();
        assertThat(models.find("openrouter/qwen/qwen3-coder:free").exists()).isTrue();
        assertThat(models.find("openrouter/free").exists()).isTrue();
        assertThat(models.find("qwen/qwen3-coder:free").sentence()).contains("is in the catalogue, free");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    qwen/qwen3-coder                            | qwen/qwen3-coder:free                         | ":free" is missing
                    qwen/qwen3-coder:free:free                  | qwen/qwen3-coder:free                         | written 2 times
                    alibaba/qwen3-coder:free                    | qwen/qwen3-coder:free                         | wrong family
                    qwen3-coder:free                            | qwen/qwen3-coder:free                         | the family qwen is missing
                    Qwen/Qwen3-Coder:free                       | qwen/qwen3-coder:free                         | written differently
                    qwen/qwen-3-coder:free                      | qwen/qwen3-coder:free                         | written differently
                    deepseek/deepseek-chat-v3:free              | deepseek/deepseek-chat-v3.1:free              | another version: v3.1, not v3
                    mistralai/mistral-small-3.1-24b-instruct:free | mistralai/mistral-small-3.2-24b-instruct:free | another version
                    qwen/qwen3-235b-a22b:free                   | qwen/qwen3-235b-a22b                          | only to be had for money
                    meta-llama/llama-3.3-70b-instruct:free      | meta-llama/llama-3.3-70b-instruct:free        | gone since 2026-07-19
                    meta-llama/llama-4-maverik:free             | meta-llama/llama-4-maverick:free              | the name differs
                    openrouter/alibaba/qwen3-coder:free         | qwen/qwen3-coder:free                         | wrong family
                    """)
    void theNearestRealIdIsNamedWithTheReason(String wanted, String nearest, String reason) {
        Finding finding = models.find(wanted);
        assertThat(finding.exists()).isFalse();
        assertThat(finding.nearest().getFirst().model().model().providerId()).isEqualTo(nearest);
        assertThat(finding.nearest().getFirst().reason()).contains(reason);
    }

    @Test
    void aServerOfOnesOwnThatTellsNoFamilyAndNoPriceIsUnderstood() {
        ModelId id = new ModelId("ollama", "llama3.2:latest");
        Set<String> text = Set.of("text");
        Facts facts = new Facts("l", id.family(), 0, null, text, text, Set.of(), null, null, false, null, null);
        WantedModels own = new WantedModels(List.of(new ModelFacts(id, facts, GONE, GONE, null, null)));
        assertThat(own.find("ollama/llama3.2:latest").sentence())
                .isEqualTo(id + " is in the catalogue, its price not known");
        assertThat(own.find("ollama/llama3.2").nearest().getFirst().reason())
                .isEqualTo("another variant: latest; its price is not known");
        assertThat(own.find("meta-llama/llama3.2:latest").nearest().getFirst().reason())
                .startsWith("it belongs to no family, not to meta-llama");
    }

    @Test
    void anIdLikeNoOtherHasNoNearest() {
        Finding finding = models.find("acme/frobnicator-9000");
        assertThat(finding.nearest()).isEmpty();
        assertThat(finding.sentence()).contains("in no catalogue");
    }

    private static ModelFacts model(String id, boolean free, @Nullable Instant retiredAt) {
        ModelId model = new ModelId("openrouter", id);
        Set<String> text = Set.of("text");
        String price = free ? "0" : "0.000001";
        Facts facts = new Facts(id, model.family(), 100, null, text, text, Set.of(), price, price, free, null, null);
        return new ModelFacts(model, facts, Instant.EPOCH, Instant.EPOCH, retiredAt, null);
    }
}
