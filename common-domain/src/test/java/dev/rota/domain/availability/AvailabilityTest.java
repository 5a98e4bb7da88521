package dev.rota.domain.availability;

import static dev.rota.domain.availability.AvailabilityKind.APPEARED;
import static dev.rota.domain.availability.AvailabilityKind.ENDING;
import static dev.rota.domain.availability.AvailabilityKind.LEFT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.standing.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AvailabilityTest {
    private static final Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-10T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant SOON = Instant.parse("2026-11-24T00:00:00Z");

    private final ModelFacts old = model("a/old").build();

    @Test
    void whatTheFirstReadingFoundDidNotAppear() {
        List<AvailabilityEvent> events = events(old, model("a/new").seen(LATER).build());
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(APPEARED);
            assertThat(event.model().providerId()).isEqualTo("a/new");
            assertThat(event.at()).isEqualTo(LATER);
            assertThat(event.sentence(NOW)).isEqualTo("appeared in its catalogue, free");
        });
    }

    @Test
    void eventsBeforeTheTimeAskedForAreLeftOutButNoAnnouncedEndIs() {
        ModelFacts gone = model("a/gone").retired(LATER).build();
        ModelFacts ending = model("a/ending").end(SOON).build();
        assertThat(availability(old, gone, ending).events(_ -> true, LATER.plusMillis(1), NOW))
                .extracting(AvailabilityEvent::kind)
                .containsExactly(ENDING);
        assertThat(events(old, gone, ending))
                .extracting(AvailabilityEvent::kind)
                .containsExactly(LEFT, ENDING);
    }

    @Test
    void whetherADepartureWasAnnouncedIsTold() {
        assertThat(events(model("a/x").retired(LATER).end(LATER).build()))
                .singleElement()
                .satisfies(event -> assertThat(event.sentence(NOW))
                        .isEqualTo("left its catalogue, as announced; nothing like it is known to work"));
        assertThat(events(model("a/x").retired(LATER).build()).getFirst().sentence(NOW))
                .startsWith("left its catalogue unannounced");
    }

    @Test
    void anEndSaysHowFarItIsAndWhoMayTakeThePlace() {
        assertThat(events(old, model("a/x").end(SOON).build()).getFirst().sentence(NOW))
                .isEqualTo("will be withdrawn in 3 days; instead: c/a/old");
        assertThat(events(model("a/x").end(NOW.plusSeconds(7_300)).build())
                        .getFirst()
                        .sentence(NOW))
                .startsWith("will be withdrawn within 3 h");
        assertThat(events(model("a/x").end(NOW.minusSeconds(1)).build())
                        .getFirst()
                        .sentence(NOW))
                .startsWith("is past its end");
    }

    @Test
    void replacementsDoWhatTheModelDidAndStay() {
        ModelFacts leaving = model("a/x").end(SOON).tools().context(100_000).build();
        assertThat(availability(
                                leaving,
                                model("a/no-tools").context(100_000).build(),
                                model("a/small").tools().context(49_999).build(),
                                model("a/paid").tools().context(100_000).paid().build(),
                                model("a/gone")
                                        .tools()
                                        .context(100_000)
                                        .retired(LATER)
                                        .build(),
                                model("a/goes-too")
                                        .tools()
                                        .context(100_000)
                                        .end(SOON)
                                        .build(),
                                model("~a/latest").tools().context(100_000).build(),
                                model("b/fit").tools().context(50_000).build())
                        .replacements(leaving, NOW))
                .extracting(ModelId::providerId)
                .containsExactly("b/fit");
    }

    @Test
    void theEvidenceDecidesAmongReplacementsThenTheFamily() {
        ModelFacts leaving = model("a/x").end(SOON).build();
        List<ModelFacts> models = List.of(
                leaving,
                model("b/slow").build(),
                model("b/fast").build(),
                model("b/broken").build(),
                model("a/untested").build(),
                model("b/untested").build());
        List<Standing> standings =
                List.of(standing("b/slow", 0.9, 9_000), standing("b/fast", 0.9, 800), standing("b/broken", 0.2, 100));
        assertThat(new Availability(models, standings).replacements(leaving, NOW))
                .extracting(ModelId::providerId)
                .containsExactly("b/fast", "b/slow", "a/untested");
    }

    @Test
    void onlyWhoIsAskedForIsTold() {
        ModelFacts paid = model("a/paid").paid().retired(LATER).build();
        assertThat(availability(paid).events(Availability::freeText, FIRST, NOW))
                .isEmpty();
        assertThat(Availability.freeText(old)).isTrue();
    }

    @Test
    void nothingSimulatedStandsInForSomethingReal() {
        ModelFacts simulated =
                new ModelFacts(new ModelId(ModelId.SIMULATOR, "a/sim"), old.facts(), FIRST, FIRST, null, null);
        assertThat(availability(old, simulated).replacements(old, NOW)).isEmpty();
    }

    private static List<AvailabilityEvent> events(ModelFacts... models) {
        return availability(models).events(_ -> true, FIRST, NOW);
    }

    private static Availability availability(ModelFacts... models) {
        return new Availability(List.of(models), List.of());
    }

    private static Standing standing(String id, double success, double indexMs) {
        return new Standing(
                new ModelId("c", id),
                NOW,
                null,
                null,
                success,
                success,
                success,
                indexMs,
                indexMs,
                indexMs,
                null,
                null,
                null,
                null,
                10,
                10,
                0,
                0,
                FIRST,
                NOW,
                NOW,
                null,
                Map.of(),
                List.of());
    }

    private static Draft model(String id) {
        return new Draft(id);
    }

    private static final class Draft {
        private final String id;
        private Instant seen = FIRST;
        private @Nullable Instant retired;
        private @Nullable Instant end;
        private Set<String> parameters = Set.of();
        private boolean free = true;
        private long context = 1_000;

        Draft(String id) {
            this.id = id;
        }

        Draft seen(Instant at) {
            seen = at;
            return this;
        }

        Draft retired(Instant at) {
            retired = at;
            return this;
        }

        Draft end(Instant at) {
            end = at;
            return this;
        }

        Draft tools() {
            parameters = Set.of("tools");
            return this;
        }

        Draft paid() {
            free = false;
            return this;
        }

        Draft context(long tokens) {
            context = tokens;
            return this;
        }

        ModelFacts build() {
            ModelId model = new ModelId("c", id);
            Set<String> text = Set.of("text");
            String price = free ? "0" : "0.000001";
            Facts facts =
                    new Facts(id, model.family(), context, null, text, text, parameters, price, price, free, null, end);
            return new ModelFacts(model, facts, seen, retired == null ? seen : retired, retired, null);
        }
    }
}
