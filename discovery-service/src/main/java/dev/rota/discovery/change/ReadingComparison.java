package dev.rota.discovery.change;

import dev.rota.discovery.catalogue.CatalogueProblem;
import dev.rota.discovery.catalogue.Expiry;
import dev.rota.discovery.catalogue.Listing;
import dev.rota.discovery.catalogue.Price;
import dev.rota.discovery.catalogue.Reading;
import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.probe.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One comparison with an accepted reading. Used once, by one thread. */
final class ReadingComparison {
    /**
     * Readings in a row that must miss a model before it counts as gone: a model may vanish and return within hours.
     */
    private static final int MISSES_TO_RETIRE = 2;

    private final KnownCatalogue known;
    private final Reading reading;
    private final Instant at;
    private final boolean clockTrusted;
    private final Map<ModelId, KnownModel> next;
    private final Map<ModelId, CatalogueChange> changes = new TreeMap<>();
    private final Set<ModelId> missing = new HashSet<>();
    private final Set<ModelId> reappeared = new HashSet<>();
    private final List<CatalogueProblem> problems;

    ReadingComparison(KnownCatalogue known, Reading reading, boolean clockTrusted) {
        this.known = known;
        this.reading = reading;
        this.at = reading.readAt();
        this.clockTrusted = clockTrusted;
        this.next = new TreeMap<>(known.models());
        this.problems = new ArrayList<>(reading.problems());
    }

    Comparison compare() {
        for (Listing listing : reading.listings().values()) {
            KnownModel before = known.get(listing.model());
            if (before == null) {
                found(listing);
            } else if (before.facts().retired()) {
                listedThoughRetired(before, listing);
            } else {
                listed(before, listing);
            }
        }
        for (KnownModel before : known.all()) {
            if (!before.facts().retired()
                    && !reading.listings().containsKey(before.facts().model())) {
                notListed(before);
            }
        }
        KnownCatalogue now = new KnownCatalogue(known.name(), next);
        return new Comparison(now, true, List.copyOf(changes.values()), missing, reappeared, problems);
    }

    private void found(Listing listing) {
        if (!(clockTrusted && Expiry.past(listing.facts().expiresAt(), at))) {
            ModelFacts facts = new ModelFacts(listing.model(), listing.facts(), at, at, null, listing.aliasOf());
            change(new CatalogueChange.New(facts, new Appearance(Trigger.NEW, at)));
        }
    }

    private void listedThoughRetired(KnownModel before, Listing listing) {
        Instant end = listing.facts().expiresAt();
        boolean gone = clockTrusted ? Expiry.past(end, at) : end != null;
        if (!gone) {
            ModelFacts facts = facts(before.facts(), listing.facts(), listing.aliasOf(), false);
            change(new CatalogueChange.Returned(facts, new Appearance(Trigger.RETURNED, facts.changedAt())));
        }
    }

    private void listed(KnownModel before, Listing listing) {
        noteReappeared(before);
        Facts facts = listing.facts();
        if (clockTrusted && Expiry.past(facts.expiresAt(), at)) {
            retire(before, facts, "its announced end, " + facts.expiresAt() + ", has passed");
            return;
        }
        Set<String> differing = FactsThatMatter.differing(before.facts(), listing);
        if (differing.isEmpty()) {
            stays(before);
        } else if (doubtful(before, listing)) {
            next.put(listing.model(), before.doubting(listing));
        } else {
            changed(before, listing, differing);
        }
    }

    private void stays(KnownModel before) {
        if (!before.settled()) {
            next.put(before.facts().model(), before.listedAgain());
        }
    }

    private void changed(KnownModel before, Listing listing, Set<String> differing) {
        ModelFacts facts = facts(before.facts(), listing.facts(), listing.aliasOf(), false);
        // An end announced or put off is news, but tells nothing that a test could show.
        boolean testable = !differing.equals(Set.of(FactsThatMatter.EXPIRY));
        Appearance appearance = testable ? new Appearance(Trigger.CHANGED, facts.changedAt()) : before.appearance();
        change(new CatalogueChange.Changed(facts, appearance, differing));
    }

    /** A price a thousand times another is a slip of the unit until a second reading says the same. */
    private boolean doubtful(KnownModel before, Listing listing) {
        Facts was = before.facts().facts();
        Facts is = listing.facts();
        String field = Price.thousandfold(was.promptPricePerToken(), is.promptPricePerToken())
                ? "pricing.prompt"
                : Price.thousandfold(was.completionPricePerToken(), is.completionPricePerToken())
                        ? "pricing.completion"
                        : null;
        if (field == null || listing.equals(before.doubted())) {
            return false;
        }
        problems.add(new CatalogueProblem(
                known.name(),
                listing.model().providerId() + "." + field,
                "is a thousand times off the price known; what was known stays unless the next reading says the same"));
        return true;
    }

    private void notListed(KnownModel before) {
        ModelId model = before.facts().model();
        if (reading.setAside().contains(model)) {
            noteReappeared(before);
            stays(before);
            return;
        }
        KnownModel missed = before.missedOnceMore();
        Instant end = before.facts().facts().expiresAt();
        if (clockTrusted && end != null && !at.isBefore(end)) {
            retire(missed, before.facts().facts(), "not listed since its announced end, " + end);
        } else if (missed.missed() >= MISSES_TO_RETIRE) {
            retire(missed, before.facts().facts(), "not listed in " + missed.missed() + " readings in a row");
        } else {
            next.put(model, missed);
        }
        if (missed.missed() == 1) {
            missing.add(model);
        }
    }

    private void noteReappeared(KnownModel before) {
        if (before.missed() > 0) {
            reappeared.add(before.facts().model());
        }
    }

    private void retire(KnownModel before, Facts facts, String reason) {
        change(new CatalogueChange.Retired(
                facts(before.facts(), facts, before.facts().aliasOf(), true), reason));
    }

    /** Times of one model only go forward, whatever the clock does: they tell its appearances apart. */
    private ModelFacts facts(ModelFacts before, Facts facts, @Nullable String aliasOf, boolean retired) {
        Instant after = before.changedAt().plusMillis(1);
        Instant when = at.isBefore(after) ? after : at;
        return new ModelFacts(before.model(), facts, before.firstSeenAt(), when, retired ? when : null, aliasOf);
    }

    private void change(CatalogueChange change) {
        ModelId model = change.facts().model();
        changes.put(model, change);
        next.put(model, KnownModel.of(change.facts(), change.appearance()));
    }
}
