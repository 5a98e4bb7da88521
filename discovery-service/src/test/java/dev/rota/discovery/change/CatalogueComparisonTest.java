package dev.rota.discovery.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.discovery.catalogue.CatalogueProblem;
import dev.rota.discovery.catalogue.Listing;
import dev.rota.discovery.catalogue.ReadingBuilder;
import dev.rota.discovery.catalogue.Sweep;
import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.probe.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CatalogueComparisonTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private final CatalogueComparison comparison = new CatalogueComparison(false);
    private KnownCatalogue known = KnownCatalogue.empty("c");
    private Instant now = START;

    @Test
    void aModelNeverSeenIsNewOnce() {
        assertThat(sweep(model("a"))).singleElement().isInstanceOfSatisfying(CatalogueChange.New.class, found -> {
            assertThat(found.appearance()).isEqualTo(new Appearance(Trigger.NEW, now));
            assertThat(found.facts().firstSeenAt()).isEqualTo(now);
        });
        assertThat(sweep(model("a"))).isEmpty();
    }

    @Test
    void aNewNameIsNoNewsANewContextIs() {
        sweep(model("a"));
        assertThat(sweep(listing("a", "another name", 100, "0", null))).isEmpty();
        assertThat(sweep(listing("a", "x", 200, "0", null)))
                .singleElement()
                .isInstanceOfSatisfying(CatalogueChange.Changed.class, changed -> {
                    assertThat(changed.fields()).containsExactly("contextLength");
                    assertThat(changed.appearance()).isEqualTo(new Appearance(Trigger.CHANGED, now));
                });
    }

    @Test
    void anEndAnnouncedIsNewsButNoReasonToTest() {
        sweep(model("a"));
        Instant end = now.plus(Duration.ofDays(9));
        assertThat(sweep(listing("a", "a", 100, "0", end)))
                .singleElement()
                .isInstanceOfSatisfying(CatalogueChange.Changed.class, changed -> {
                    assertThat(changed.fields()).containsExactly("expiresAt");
                    assertThat(changed.appearance()).isEqualTo(new Appearance(Trigger.NEW, START));
                });
    }

    @Test
    void oneReadingWithoutAModelIsNoneTwoInARowAreItsEnd() {
        sweep(model("a"), model("b"), model("c"));
        assertThat(sweep(model("a"), model("b"))).isEmpty();
        assertThat(sweep(model("a"), model("b"), model("c"))).isEmpty();
        assertThat(sweep(model("a"), model("b"))).isEmpty();
        assertThat(sweep(model("a"), model("b")))
                .singleElement()
                .isInstanceOfSatisfying(
                        CatalogueChange.Retired.class,
                        gone -> assertThat(gone.facts().retiredAt()).isEqualTo(now));
        assertThat(sweep(model("a"), model("b"))).isEmpty();
        assertThat(sweep(model("a"), model("b"), model("c")))
                .singleElement()
                .isInstanceOfSatisfying(CatalogueChange.Returned.class, back -> {
                    assertThat(back.appearance()).isEqualTo(new Appearance(Trigger.RETURNED, now));
                    assertThat(back.facts().retiredAt()).isNull();
                    assertThat(back.facts().firstSeenAt()).isEqualTo(START);
                });
    }

    @Test
    void aModelListedPastItsEndIsGoneAndStaysGoneUntilTheEndIsPutOff() {
        Instant end = Instant.parse("2026-11-10T00:00:00Z");
        sweep(listing("a", "a", 100, "0", end), model("b"));
        now = end.plus(Duration.ofHours(12));
        assertThat(sweep(listing("a", "a", 100, "0", end), model("b"))).isEmpty();
        now = end.plus(Duration.ofDays(1));
        assertThat(sweep(listing("a", "a", 100, "0", end), model("b")))
                .singleElement()
                .isInstanceOf(CatalogueChange.Retired.class);
        assertThat(sweep(listing("a", "a", 100, "0", end), model("b"))).isEmpty();
        assertThat(sweep(listing("a", "a", 100, "0", end.plus(Duration.ofDays(90))), model("b")))
                .singleElement()
                .isInstanceOf(CatalogueChange.Returned.class);
    }

    @Test
    void aModelNotListedFromItsEndOnIsGoneAtOnce() {
        Instant end = Instant.parse("2026-11-10T00:00:00Z");
        sweep(listing("a", "a", 100, "0", end), model("b"));
        now = end;
        assertThat(sweep(model("b"))).singleElement().isInstanceOf(CatalogueChange.Retired.class);
    }

    @Test
    void aClockThatHasJumpedEndsNothingAndBringsNothingBack() {
        Instant end = Instant.parse("2026-11-10T00:00:00Z");
        sweep(listing("a", "a", 100, "0", end), model("b"));
        now = Instant.parse("2099-01-01T00:00:00Z");
        assertThat(compare(false, listing("a", "a", 100, "0", end), model("b")).changes())
                .isEmpty();
        now = Instant.parse("2026-11-12T00:00:00Z");
        assertThat(sweep(listing("a", "a", 100, "0", end), model("b"))).hasSize(1);
        now = START;
        assertThat(compare(false, listing("a", "a", 100, "0", end), model("b")).changes())
                .isEmpty();
    }

    @Test
    void timesOfAModelGoForwardThoughTheClockGoesBack() {
        sweep(model("a"));
        now = START.minus(Duration.ofDays(400));
        assertThat(sweep(listing("a", "a", 300, "0", null)))
                .singleElement()
                .satisfies(change -> assertThat(change.facts().changedAt()).isEqualTo(START.plusMillis(1)));
    }

    @Test
    void failedEmptyAndShrunkReadingsChangeNothingAndAreReported() {
        sweep(model("a"), model("b"), model("c"), model("d"), model("e"));
        KnownCatalogue before = known;
        Sweep failed = new Sweep.Failed(now, new CatalogueProblem("c", "body", "timeout"));
        for (Sweep bad : List.of(failed, read(), read(model("a"), model("b")))) {
            Comparison compared = comparison.compare(known, bad, true);
            assertThat(compared.accepted()).isFalse();
            assertThat(compared.known()).isSameAs(before);
            assertThat(compared.changes()).isEmpty();
            assertThat(compared.problems().getFirst().catalogue()).isEqualTo("c");
        }
        assertThat(comparison
                        .compare(known, read(model("a"), model("b"), model("z")), true)
                        .accepted())
                .isTrue();
        assertThat(new CatalogueComparison(true)
                        .compare(known, read(model("a")), true)
                        .accepted())
                .isTrue();
    }

    @Test
    void aModelThatIsListedUnreadablyIsThere() {
        sweep(model("a"), model("b"));
        for (int i = 0; i < 3; i++) {
            ReadingBuilder reading = new ReadingBuilder("c");
            reading.add("data[0]", model("a"));
            reading.skip(new ModelId("c", "b"), "data[1].pricing", "is wrong");
            Comparison compared = comparison.compare(known, new Sweep.Read(reading.build(now)), true);
            assertThat(compared.changes()).isEmpty();
            assertThat(compared.problems()).hasSize(1);
            known = compared.known();
        }
    }

    @Test
    void aThousandfoldPriceIsBelievedWhenRepeated() {
        sweep(listing("a", "a", 100, "0.000001", null), model("b"));
        Comparison doubted = compare(true, listing("a", "a", 100, "0.001", null), model("b"));
        assertThat(doubted.changes()).isEmpty();
        assertThat(doubted.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.catalogue()).isEqualTo("c");
            assertThat(problem.field()).isEqualTo("a.pricing.prompt");
        });
        assertThat(sweep(listing("a", "a", 100, "0.001", null), model("b")))
                .singleElement()
                .isInstanceOf(CatalogueChange.Changed.class);
    }

    @Test
    void aModelThatIsNoLongerFreeIsBelievedAtOnce() {
        sweep(model("a"));
        assertThat(sweep(listing("a", "a", 100, "0.5", null))).hasSize(1);
    }

    private List<CatalogueChange> sweep(Listing... listings) {
        return compare(true, listings).changes();
    }

    private Comparison compare(boolean clockTrusted, Listing... listings) {
        if (clockTrusted) {
            now = known.all().isEmpty() ? now : now.plusSeconds(60);
        }
        Comparison compared = comparison.compare(known, read(listings), clockTrusted);
        known = compared.known();
        return compared;
    }

    private Sweep read(Listing... listings) {
        ReadingBuilder reading = new ReadingBuilder("c");
        for (Listing listing : listings) {
            reading.add("data", listing);
        }
        return new Sweep.Read(reading.build(now));
    }

    private static Listing model(String id) {
        return listing(id, id, 100, "0", null);
    }

    private static Listing listing(String id, String name, long context, String price, @Nullable Instant end) {
        Set<String> text = Set.of("text");
        Facts facts =
                new Facts(name, "f", context, null, text, text, Set.of(), price, price, price.equals("0"), null, end);
        return new Listing(new ModelId("c", id), facts, null);
    }
}
