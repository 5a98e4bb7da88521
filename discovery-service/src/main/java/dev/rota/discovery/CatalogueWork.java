package dev.rota.discovery;

import dev.rota.discovery.catalogue.CatalogueProblem;
import dev.rota.discovery.catalogue.Sweep;
import dev.rota.discovery.change.CatalogueChange;
import dev.rota.discovery.change.CatalogueComparison;
import dev.rota.discovery.change.Comparison;
import dev.rota.discovery.http.AccountReader;
import dev.rota.discovery.http.CatalogueReader;
import dev.rota.discovery.kafka.Publisher;
import dev.rota.discovery.plan.Budget;
import dev.rota.discovery.plan.Candidate;
import dev.rota.discovery.plan.PlannedProbe;
import dev.rota.discovery.plan.ProbePlanner;
import dev.rota.discovery.state.CatalogueState;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.probe.ModelFound;
import dev.rota.runtime.catalogue.CatalogueConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the leader does for one catalogue: sweeps on one thread, planning on another. */
final class CatalogueWork {
    /** Before the announced end of a candidate, a replacement is looked for four times as often. */
    private static final Duration END_NEAR = Duration.ofDays(1);

    private static final int SOONER = 4;

    private final CatalogueConfig config;
    private final CatalogueState state;
    private final CatalogueReader reader;
    private final AccountReader account;
    private final CatalogueComparison comparison;
    private final ProbePlanner planner;
    private final Publisher publisher;
    private final Told told;
    private final SteadyClock steady;
    private final Clock clock;

    CatalogueWork(
            CatalogueConfig config,
            CatalogueState state,
            CatalogueReader reader,
            AccountReader account,
            CatalogueComparison comparison,
            ProbePlanner planner,
            Publisher publisher,
            Told told,
            SteadyClock steady,
            Clock clock) {
        this.config = config;
        this.state = state;
        this.reader = reader;
        this.account = account;
        this.comparison = comparison;
        this.planner = planner;
        this.publisher = publisher;
        this.told = told;
        this.steady = steady;
        this.clock = clock;
    }

    String catalogue() {
        return config.name();
    }

    CatalogueState state() {
        return state;
    }

    /** Reads the catalogue and publishes what changed. */
    CatalogueReport sweep() {
        account.requestsPerDay().ifPresent(state::perDay);
        // Milliseconds are what is published, so nothing is known more finely before a restart than after it.
        Sweep sweep = reader.read(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        SteadyClock.Time time = steady.read(sweep.at(), sweep.providersTime());
        Comparison compared = state.compare(comparison, sweep, time.trusted());
        publisher.facts(compared.toRemember());
        state.accept(compared);
        CatalogueReport report = report(compared, sweep, time);
        told.swept(report, compared.changes(), state.models());
        return report;
    }

    /** How long until the next sweep. */
    Duration nextSweep() {
        return state.endsWithin(END_NEAR, clock.instant()) ? config.period().dividedBy(SOONER) : config.period();
    }

    /** Publishes the probes that are due. */
    List<ModelFound> plan() {
        Instant now = clock.instant();
        Budget budget = state.budget(now);
        told.budget(config.name(), budget);
        // Looking through thousands of models each second for what cannot be paid for would be the most of all work.
        return spent(budget, now) ? List.of() : publish(planner.plan(state.candidates(now), budget, now), now);
    }

    /** Publishes probes of candidates that are not among the given ones, due or not, as far as the budget goes now. */
    List<ModelFound> planAll(Set<ModelId> done) {
        Instant now = clock.instant();
        Budget budget = state.budget(now);
        told.budget(config.name(), budget);
        return spent(budget, now) ? List.of() : publish(planner.planAll(remaining(done), budget, now), now);
    }

    private static boolean spent(Budget budget, Instant now) {
        return budget.available(now) == 0;
    }

    /** Tells that so many models wait for budget. */
    void tellWaiting(int models) {
        told.waits(config.name(), models, state.budget(clock.instant()));
    }

    /** Candidates that are not among the given ones. */
    List<Candidate> remaining(Set<ModelId> done) {
        return state.candidates(clock.instant()).stream()
                .filter(candidate -> !done.contains(candidate.model()))
                .toList();
    }

    /** Whether waiting could still bring budget today. */
    boolean budgetLeft() {
        Budget budget = state.budget(clock.instant());
        Instant pause = budget.pausedUntil();
        boolean longPause = pause != null && pause.isAfter(clock.instant().plus(Duration.ofMinutes(5)));
        return budget.leftToday() > 0 && !longPause;
    }

    private List<ModelFound> publish(List<PlannedProbe> plan, Instant now) {
        List<ModelFound> probes = plan.stream().map(probe -> probe.at(now)).toList();
        publisher.probes(probes);
        for (ModelFound probe : probes) {
            state.found(probe);
            told.published(probe);
        }
        return probes;
    }

    private CatalogueReport report(Comparison compared, Sweep sweep, SteadyClock.Time time) {
        List<ModelFacts> models = state.models();
        List<CatalogueProblem> problems = new ArrayList<>(compared.problems());
        if (!time.trusted()) {
            problems.add(new CatalogueProblem(
                    config.name(),
                    "clock",
                    "has jumped to " + time.now() + " since an earlier reading; announced ends wait until "
                            + (sweep.providersTime() == null
                                    ? "it goes on evenly"
                                    : "it agrees with the provider's, " + sweep.providersTime())));
        }
        long unpriced = models.stream().filter(this::keptOutByUnknownPrice).count();
        if (compared.accepted() && unpriced > 0) {
            problems.add(new CatalogueProblem(
                    config.name(),
                    "pricing",
                    "is not told for " + unpriced
                            + " text models, so they are not called; if this catalogue costs nothing,"
                            + " set catalogues." + config.name() + ".filter.assumeFree: true"));
        }
        return new CatalogueReport(
                config.name(),
                compared.accepted(),
                (int) models.stream().filter(model -> !model.retired()).count(),
                state.candidates(sweep.at()).size(),
                count(compared, CatalogueChange.New.class),
                count(compared, CatalogueChange.Changed.class),
                count(compared, CatalogueChange.Retired.class),
                count(compared, CatalogueChange.Returned.class),
                problems);
    }

    /** Routers, whose price varies, say so; they are not meant. */
    private boolean keptOutByUnknownPrice(ModelFacts model) {
        return config.filter().free()
                && !model.retired()
                && !model.facts().free()
                && model.facts().promptPricePerToken() == null
                && !model.facts().family().equals("openrouter")
                && model.facts().outputModalities().contains("text");
    }

    private static int count(Comparison compared, Class<? extends CatalogueChange> kind) {
        return (int) compared.changes().stream().filter(kind::isInstance).count();
    }
}
