package dev.rota.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.domain.result.FailureKind;
import dev.rota.report.content.Recommendation;
import dev.rota.report.content.Recommendation.Urgency;
import dev.rota.report.content.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdviceTest {
    @Test
    void anEmptyRotationComesFirst() {
        Report report = new Past()
                .answer("openrouter/a/a", 0, 1_000)
                .answer("openrouter/a/a", 1, 1_000)
                .report(Range.all());

        assertThat(report.recommendations().getFirst().urgency()).isEqualTo(Urgency.NOW);
        assertThat(report.recommendations().getFirst().what()).contains("rotation is empty");
    }

    @Test
    void aRefusedKeyIsUrgentAndQuotesTheProvider() {
        Report report = full().failure("openrouter/a/1", 50, FailureKind.UNAUTHORIZED, "No auth  credentials\nfound")
                .report(Range.all());

        assertThat(report.recommendations().getFirst()).satisfies(advice -> {
            assertThat(advice.what()).isEqualTo("Check the API key.");
            assertThat(advice.why())
                    .contains("as UNAUTHORIZED, on 1 model. The provider said: No auth credentials found");
            assertThat(advice.command()).isEqualTo("./rota doctor");
        });
    }

    @Test
    void anAnnouncedEndOfAnEntryIsTold() {
        Report report =
                full().listed("openrouter/a/1", 0, true, Past.hour(50 + 30)).report(Range.all());

        assertThat(whats(report)).contains("Prepare for the end of number 1 of the rotation.");
        assertThat(report.recommendations().getFirst().urgency()).isEqualTo(Urgency.NOW);
    }

    @Test
    void oneFamilyInMostPlacesIsARisk() {
        assertThat(whats(full().report(Range.all()))).contains("Spread the rotation over more families.");
        assertThat(whats(varied().report(Range.all()))).doesNotContain("Spread the rotation over more families.");
    }

    @Test
    void aRestlessPrimaryIsTold() {
        Past past = varied();
        for (int i = 0; i < 20; i++) {
            past.revision(10 + i, (i % 2 == 0 ? "groq/b/2" : "openrouter/a/1"), 1_000, "openrouter/c/3", 1_000);
        }

        assertThat(whats(past.report(Range.all()))).contains("Make the rotation steadier.");
    }

    @Test
    void probesOnModelsThatNeverAnswerAreAWaste() {
        Past past = varied();
        for (int i = 0; i < 40; i++) {
            past.failure("openrouter/z/dead", i, FailureKind.MODEL_NOT_FOUND, "gone");
        }

        assertThat(whats(past.report(Range.all()))).contains("Spend fewer probes on models that never answer.");
    }

    @Test
    void untestedFreeModelsAreNamed() {
        Report report = varied().listed("openrouter/z/new", 0, true, null).report(Range.all());

        assertThat(report.recommendations()).anySatisfy(advice -> {
            assertThat(advice.what()).contains("nothing is known of yet");
            assertThat(advice.command()).isEqualTo("./rota test openrouter/z/new");
        });
    }

    @Test
    void whereNothingIsToBeMendedItSaysSo() {
        assertThat(varied().report(Range.all()).recommendations())
                .containsExactly(new Recommendation(
                        Urgency.FINE,
                        "Keep it as it is.",
                        "No rule found anything to mend in the rotation, the requests or the models.",
                        null));
    }

    /** A healthy rotation of four entries, all of one family and one catalogue. */
    private static Past full() {
        return rotation("openrouter/a/1", "openrouter/a/2", "openrouter/a/3", "openrouter/a/4");
    }

    /** A healthy rotation of four families and two catalogues. */
    private static Past varied() {
        return rotation("openrouter/a/1", "groq/b/2", "openrouter/c/3", "groq/d/4");
    }

    private static Past rotation(String one, String two, String three, String four) {
        Past past = new Past();
        for (int hour = 0; hour <= 50; hour++) {
            past.answer(one, hour, 1_000).answer(two, hour, 1_000);
        }
        past.revision(50, one, 1_000, two, 1_100, three, 1_200, four, 1_300);
        for (String model : List.of(one, two, three, four)) {
            past.stands(model, 0.9);
        }
        return past;
    }

    private static List<String> whats(Report report) {
        return report.recommendations().stream().map(Recommendation::what).toList();
    }
}
