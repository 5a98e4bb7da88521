package dev.rota.discovery.state;

import dev.rota.discovery.catalogue.Sweep;
import dev.rota.discovery.change.Appearance;
import dev.rota.discovery.change.CatalogueComparison;
import dev.rota.discovery.change.Comparison;
import dev.rota.discovery.change.KnownCatalogue;
import dev.rota.discovery.change.KnownModel;
import dev.rota.discovery.filter.ModelFilter;
import dev.rota.discovery.plan.Budget;
import dev.rota.discovery.plan.Candidate;
import dev.rota.discovery.plan.LearnedLimits;
import dev.rota.discovery.plan.ProbeCost;
import dev.rota.discovery.plan.SpendingLog;
import dev.rota.discovery.plan.SuiteOutline;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.probe.Trigger;
import dev.rota.domain.result.Failure;
import dev.rota.domain.result.Fault;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import dev.rota.domain.standing.Standing;
import dev.rota.provider.limit.LimitWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of one catalogue and its models. Thread-safe: one lock for all of it. */
public final class CatalogueState {
    private final ModelFilter filter;
    private final SuiteOutline suite;
    private final ProbeHistory probes = new ProbeHistory();
    private final SpendingLog spending = new SpendingLog();
    private final Map<ModelId, Standing> standings = new HashMap<>();
    private final Map<ModelId, KnownModel> restored = new HashMap<>();
    private KnownCatalogue known;
    private boolean complete;
    private final AccountLimits limits;
    private @Nullable Instant pausedUntil;

    public CatalogueState(String name, ModelFilter filter, AccountLimits limits, SuiteOutline suite) {
        this.known = KnownCatalogue.empty(name);
        this.filter = filter;
        this.limits = limits;
        this.suite = suite;
    }

    /** Takes a record of {@code rota.models}; the last one of a model counts. */
    public synchronized void restore(KnownModel model) {
        if (!complete) {
            restored.put(model.facts().model(), model);
        }
    }

    /** Ends restoring: from here on the leader is the only one who writes facts, and knows what it wrote. */
    public synchronized void restored() {
        complete = true;
        known = new KnownCatalogue(known.name(), restored);
        restored.clear();
    }

    public synchronized void standing(Standing standing) {
        standings.put(standing.model(), standing);
    }

    /** Takes a published probe, whoever published it; one that is known already changes nothing. */
    public synchronized void found(ModelFound probe) {
        if (probes.add(probe)) {
            int requests = suite.requests(probe.suite());
            double usd = ProbeCost.usd(probe.facts(), requests);
            spending.add(probe.foundAt(), requests, probe.trigger() != Trigger.REQUESTED, usd);
        }
    }

    public synchronized void result(TestResult result) {
        if (result.source() == Source.IMPORT) {
            return;
        }
        if (result.probeId() != null) {
            probes.answered(result.model(), result.probeId());
        }
        if (result.source() == Source.TRAFFIC) {
            // The user's own request of the same account.
            spending.add(result.startedAt(), 1, false);
        }
        LearnedLimits.pauseAfter(result).ifPresent(this::pauseUntil);
        Failure failure = result.failure();
        if (failure != null && failure.fault() == Fault.ACCOUNT && failure.message() != null) {
            LimitWords.read(failure.message()).ifPresent(allowance -> limits.refused(allowance, result.endedAt()));
        }
    }

    private void pauseUntil(Instant until) {
        if (pausedUntil == null || until.isAfter(pausedUntil)) {
            pausedUntil = until;
        }
    }

    /** Compares with a sweep; nothing changes until {@link #accept}. */
    public synchronized Comparison compare(CatalogueComparison comparison, Sweep sweep, boolean clockTrusted) {
        return comparison.compare(known, sweep, clockTrusted);
    }

    public synchronized void accept(Comparison comparison) {
        known = comparison.known();
    }

    /** Requests a day as the provider tells them. */
    public synchronized void perDay(int perDay) {
        limits.told(perDay);
    }

    public synchronized List<Candidate> candidates(Instant now) {
        List<Candidate> candidates = new ArrayList<>();
        for (KnownModel model : known.all()) {
            if (filter.accepts(model.facts())) {
                candidates.add(candidate(model, now));
            }
        }
        return candidates;
    }

    private Candidate candidate(KnownModel model, Instant now) {
        ModelId id = model.facts().model();
        Standing standing = standings.get(id);
        Appearance appearance = model.appearance();
        boolean pending = appearance != null && !probes.tested(id, appearance, standing, now);
        return new Candidate(model.facts(), pending ? appearance : null, standing, probes.last(id, standing));
    }

    public synchronized Budget budget(Instant now) {
        // No pause is as long as this: it was learned from a clock that ran ahead.
        boolean absurd = pausedUntil != null && pausedUntil.isAfter(now.plus(LearnedLimits.LONGEST.multipliedBy(2)));
        return new Budget(limits.at(now), spending.at(now), absurd ? null : pausedUntil);
    }

    public synchronized List<ModelFacts> models() {
        return known.all().stream().map(KnownModel::facts).toList();
    }

    /** Whether the end of a candidate is announced for the time that follows. */
    public synchronized boolean endsWithin(Duration notice, Instant now) {
        Instant until = now.plus(notice);
        return known.all().stream()
                .map(KnownModel::facts)
                .filter(filter::accepts)
                .map(facts -> facts.facts().expiresAt())
                .anyMatch(end -> end != null && end.isBefore(until));
    }
}
