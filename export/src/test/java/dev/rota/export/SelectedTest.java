package dev.rota.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelectedTest {
    private static final ExportChoice PAID = new ExportChoice(true, false, Integer.MAX_VALUE);

    @Test
    void freeModelsGoOutInTheOrderOfTheRotation() {
        assertThat(models(new Samples()
                        .free("openrouter/b/two")
                        .free("groq/a/one")
                        .select()))
                .containsExactly("openrouter/b/two", "groq/a/one");
    }

    @Test
    void aPaidModelGoesOutOnlyIfAllowed() {
        Samples samples = new Samples().paid("openrouter/a/paid").free("openrouter/a/free");

        assertThat(models(samples.select())).containsExactly("openrouter/a/free");
        assertThat(samples.select().leftOut())
                .containsExactly("openrouter/a/paid is left out: it costs money; --allow-paid takes it");
        assertThat(models(samples.select(PAID))).containsExactly("openrouter/a/paid", "openrouter/a/free");
    }

    @Test
    void aModelOfUnknownPriceCountsAsPaid() {
        Samples samples = new Samples().unknown("openrouter/a/unknown").free("openrouter/a/free");

        assertThat(models(samples.select())).containsExactly("openrouter/a/free");
        assertThat(models(samples.select(PAID))).hasSize(2);
    }

    @Test
    void aRetiredOrWithdrawnModelNeverGoesOut() {
        Samples samples = new Samples()
                .retired("openrouter/a/gone")
                .expired("openrouter/a/withdrawn")
                .free("openrouter/a/free");

        assertThat(models(samples.select(new ExportChoice(true, true, 100)))).containsExactly("openrouter/a/free");
        assertThat(samples.select().leftOut()).hasSize(2).allMatch(line -> line.contains("2026-08-22T09:59"));
    }

    @Test
    void aSimulatedRotationIsRefusedUnlessAllowed() {
        Samples samples = new Samples().free("openrouter/a/real").free("simulator/a/played");

        assertThatThrownBy(samples::select)
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("--allow-simulated");
        assertThat(models(samples.select(new ExportChoice(false, true, 100)))).hasSize(2);
    }

    @Test
    void theLimitCountsWhatGoesOut() {
        Samples samples = new Samples()
                .paid("openrouter/a/paid")
                .free("openrouter/a/one")
                .free("openrouter/a/two")
                .free("openrouter/a/three");

        assertThat(models(samples.select(new ExportChoice(false, false, 2))))
                .containsExactly("openrouter/a/one", "openrouter/a/two");
    }

    @Test
    void aRotationOfWhichNothingIsLeftIsNoFile() {
        assertThatThrownBy(() -> new Samples().paid("openrouter/a/paid").select())
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("nothing of rotation speed can be exported")
                .hasMessageContaining("it costs money");
        assertThatThrownBy(() -> new Samples().select()).hasMessageContaining("it is empty");
    }

    @Test
    void aCatalogueNobodyCanReachIsLeftOut() {
        Samples samples = new Samples().free("openrouter/a/one");

        assertThatThrownBy(
                        () -> Selected.of(samples.rotation(), samples.facts, Map.of(), ExportChoice.free(), Samples.T))
                .hasMessageContaining("the address of its catalogue is not known");
    }

    private static List<String> models(Selected selected) {
        return selected.targets().stream()
                .map(target -> target.entry().model().toString())
                .toList();
    }
}
