package dev.rota.discovery.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.discovery.SharedCatalogues;
import dev.rota.discovery.catalogue.CatalogueRefused;
import dev.rota.discovery.catalogue.Reading;
import dev.rota.discovery.catalogue.Sweep;
import dev.rota.discovery.filter.ModelFilter;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Real catalogues, and what a separate script in another language counted in them. {@code changed} counts models whose
 * facts that matter differ from the file before; of the records as a whole, three to twenty times as many differ.
 */
class RealCataloguesTest {
    private record Expected(String day, int models, int freeText, int came, int went, int returned, int changed) {}

    private static final List<Expected> EXPECTED = List.of(
            new Expected("2025-11-03", 343, 46, 343, 0, 0, 0),
            new Expected("2026-06-07", 356, 27, 146, 134, 0, 141),
            new Expected("2026-06-18", 341, 27, 19, 28, 1, 95),
            new Expected("2026-07-13", 343, 24, 20, 19, 1, 137),
            new Expected("2026-07-18", 344, 23, 6, 5, 0, 64),
            new Expected("2026-07-19", 338, 17, 0, 6, 0, 7),
            new Expected("2026-07-28", 368, 17, 38, 8, 0, 75),
            new Expected("2026-07-31", 336, 17, 2, 34, 0, 58),
            new Expected("2026-08-18T065043Z", 413, 19, 50, 2, 29, 55),
            new Expected("2026-08-18T125349Z", 412, 18, 0, 1, 0, 6),
            new Expected("2026-08-18T184300Z", 414, 20, 1, 0, 1, 5),
            new Expected("2026-08-22", 421, 22, 9, 3, 1, 44));

    private final CatalogueComparison comparison = new CatalogueComparison(false);

    @Test
    void everyFileIsReadWithoutAProblem() throws CatalogueRefused {
        for (Path file : SharedCatalogues.files()) {
            Reading reading = SharedCatalogues.read(file);
            assertThat(reading.problems()).as(SharedCatalogues.name(file)).isEmpty();
            assertThat(reading.listings()).hasSize(expected(file).models());
        }
    }

    @Test
    void freeTextModelsAreCountedByPriceAndModality() throws CatalogueRefused {
        for (Path file : SharedCatalogues.files()) {
            Comparison first = compare(KnownCatalogue.empty("openrouter"), file);
            assertThat(candidates(first.known()))
                    .as(SharedCatalogues.name(file))
                    .hasSize(expected(file).freeText());
        }
    }

    @Test
    void consecutiveFilesDifferInExactlyTheModelsThatCameWentReturnedAndChanged() throws CatalogueRefused {
        Set<ModelId> everSeen = new TreeSet<>();
        KnownCatalogue before = KnownCatalogue.empty("openrouter");
        for (Path file : SharedCatalogues.files()) {
            Comparison compared = compare(before, file);
            Set<ModelId> came = models(compared, CatalogueChange.New.class);
            Set<ModelId> returned = new TreeSet<>(came);
            returned.retainAll(everSeen);
            came.removeAll(everSeen);
            Expected expected = expected(file);
            assertThat(List.of(came.size(), compared.missing().size(), returned.size()))
                    .as("%s: came, went, returned", expected.day())
                    .containsExactly(expected.came(), expected.went(), expected.returned());
            assertThat(models(compared, CatalogueChange.Changed.class))
                    .as("%s: changed", expected.day())
                    .hasSize(expected.changed());
            everSeen.addAll(came);
            before = compare(KnownCatalogue.empty("openrouter"), file).known();
        }
    }

    @Test
    void theIdsOfTwoEventfulDaysAreNamed() throws CatalogueRefused {
        assertThat(between("2026-07-18", "2026-07-19").missing().stream().map(ModelId::providerId))
                .containsExactlyInAnyOrder(
                        "cognitivecomputations/dolphin-mistral-24b-venice-edition:free",
                        "meta-llama/llama-3.2-3b-instruct:free",
                        "meta-llama/llama-3.3-70b-instruct:free",
                        "nousresearch/hermes-3-llama-3.1-405b:free",
                        "qwen/qwen3-coder:free",
                        "qwen/qwen3-next-80b-a3b-instruct:free");
        assertThat(models(between("2026-08-18T125349Z", "2026-08-18T184300Z"), CatalogueChange.Changed.class).stream()
                        .map(ModelId::providerId))
                .containsExactly(
                        "deepseek/deepseek-v4-flash",
                        "moonshotai/kimi-k2.6",
                        "nvidia/nemotron-nano-12b-v2-vl:free",
                        "openrouter/free",
                        "z-ai/glm-5.2");
    }

    @Test
    void asASeriesAModelThatIsBackWithinHoursWasNeverGone() throws CatalogueRefused {
        KnownCatalogue known = KnownCatalogue.empty("openrouter");
        ModelId blinking = new ModelId("openrouter", "z-ai/glm-5.2:free");
        for (Path file : SharedCatalogues.files()) {
            Comparison compared = compare(known, file);
            known = compared.known();
            if (SharedCatalogues.name(file).contains("T184300Z")) {
                assertThat(compared.reappeared()).contains(blinking);
                assertThat(models(compared, CatalogueChange.Returned.class)).doesNotContain(blinking);
                assertThat(models(compared, CatalogueChange.Changed.class)).contains(blinking);
            }
        }
        // What the last two files do not list is gone; what only the last does not is not yet.
        assertThat(known.all().stream()
                        .filter(m -> m.missed() == 1)
                        .map(m -> m.facts().model().providerId()))
                .containsExactly("ai21/jamba-large-1.7", "deepcogito/cogito-v2.1-671b", "openai/gpt-oss-20b:free");
    }

    private Comparison between(String first, String second) throws CatalogueRefused {
        Path from = file(first);
        Path to = file(second);
        return compare(compare(KnownCatalogue.empty("openrouter"), from).known(), to);
    }

    private Comparison compare(KnownCatalogue known, Path file) throws CatalogueRefused {
        Comparison compared = comparison.compare(known, new Sweep.Read(SharedCatalogues.read(file)), true);
        assertThat(compared.accepted()).as(SharedCatalogues.name(file)).isTrue();
        return compared;
    }

    private static Collection<ModelFacts> candidates(KnownCatalogue known) {
        return known.all().stream()
                .map(KnownModel::facts)
                .filter(ModelFilter.FREE_TEXT::accepts)
                .toList();
    }

    private static Set<ModelId> models(Comparison compared, Class<? extends CatalogueChange> kind) {
        return compared.changes().stream()
                .filter(kind::isInstance)
                .map(change -> change.facts().model())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path file(String day) {
        return SharedCatalogues.files().stream()
                .filter(file -> SharedCatalogues.name(file).contains(day))
                .findFirst()
                .orElseThrow();
    }

    private static Expected expected(Path file) {
        return EXPECTED.stream()
                .filter(e -> SharedCatalogues.name(file).equals("openrouter-" + e.day() + ".json.gz"))
                .findFirst()
                .orElseThrow();
    }
}
