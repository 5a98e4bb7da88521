package dev.rota.discovery;

import dev.rota.discovery.change.CatalogueComparison;
import dev.rota.discovery.filter.IdGlob;
import dev.rota.discovery.filter.ModelFilter;
import dev.rota.discovery.http.AccountReader;
import dev.rota.discovery.http.CatalogueFetch;
import dev.rota.discovery.http.ProviderFetch;
import dev.rota.discovery.kafka.DiscoveryTopics;
import dev.rota.discovery.kafka.Publisher;
import dev.rota.discovery.kafka.TopicReader;
import dev.rota.discovery.plan.BudgetLimits;
import dev.rota.discovery.plan.ProbePlanner;
import dev.rota.discovery.plan.ProbePolicy;
import dev.rota.discovery.state.AccountLimits;
import dev.rota.discovery.state.CatalogueState;
import dev.rota.provider.Secret;
import dev.rota.provider.http.ProviderHttp;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.catalogue.CatalogueFilter;
import dev.rota.runtime.catalogue.CatalogueType;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.kafka.KafkaSettings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts a term of leadership together: the one place where all parts meet. */
final class Terms {
    private final DiscoveryConfig config;
    private final KafkaSettings kafka;
    private final SecretSource secrets;
    private final DiscoveryMetrics metrics;
    private final Told told;
    private final WantedWatch wanted;
    private final Clock clock;

    Terms(
            DiscoveryConfig config,
            KafkaSettings kafka,
            SecretSource secrets,
            DiscoveryListener listener,
            DiscoveryMetrics metrics,
            Clock clock) {
        this.config = config;
        this.kafka = kafka;
        this.secrets = secrets;
        this.metrics = metrics;
        this.told = new Told(listener, metrics);
        this.wanted = new WantedWatch(config.wanted(), listener);
        this.clock = clock;
    }

    /** Shuts out earlier leaders, then reads back what they published. */
    Term begin(ProviderHttp http) {
        Map<String, CatalogueState> states = new TreeMap<>();
        for (CatalogueConfig catalogue : config.catalogues()) {
            states.put(catalogue.name(), state(catalogue));
        }
        Publisher publisher = Publisher.open(kafka);
        TopicReader reader;
        try {
            reader = DiscoveryTopics.restore(kafka, states, clock.instant(), metrics::unreadable);
        } catch (RuntimeException e) {
            publisher.close();
            throw e;
        }
        CatalogueFetch fetch = new ProviderFetch(http, config.maxCatalogueBytes(), config.timeout());
        List<CatalogueWork> works = config.catalogues().stream()
                .map(catalogue -> work(catalogue, states, fetch, publisher))
                .toList();
        return new Term(works, reader, publisher, wanted);
    }

    private CatalogueState state(CatalogueConfig catalogue) {
        BudgetLimits limits = new BudgetLimits(
                catalogue.budget().perMinute(),
                catalogue.budget().perDay(),
                catalogue.budget().reservedShare(),
                catalogue.paid() ? catalogue.spendingCapUsd() : 0);
        AccountLimits account = new AccountLimits(limits, catalogue.budget().perDayChosen());
        return new CatalogueState(catalogue.name(), filter(catalogue), account, config.suite());
    }

    private CatalogueWork work(
            CatalogueConfig catalogue, Map<String, CatalogueState> states, CatalogueFetch fetch, Publisher publisher) {
        @Nullable Secret key = Readers.key(catalogue, secrets);
        boolean tellsLimits = catalogue.type() == CatalogueType.OPENROUTER
                && (catalogue.name().equals("openrouter")
                        || CatalogueConfig.OPENROUTER_URL
                                .getHost()
                                .equals(catalogue.url().getHost()));
        return new CatalogueWork(
                catalogue,
                Objects.requireNonNull(states.get(catalogue.name())),
                Readers.of(catalogue, config, fetch, key),
                new AccountReader(catalogue.url(), tellsLimits ? key : null, fetch),
                new CatalogueComparison(config.acceptShrunk().contains(catalogue.name())),
                new ProbePlanner(config.suite(), ProbePolicy.every(config.probeEvery(catalogue))),
                publisher,
                told,
                new SteadyClock(clock, System::nanoTime),
                clock);
    }

    /** Only free models are called unless the catalogue says {@code paid}, whatever its filter says. */
    private static ModelFilter filter(CatalogueConfig catalogue) {
        CatalogueFilter filter = catalogue.filter();
        return new ModelFilter(
                filter.free() || !catalogue.paid(),
                false,
                Set.copyOf(filter.families()),
                filter.minContext(),
                filter.maxContext() == 0 ? null : Long.valueOf(filter.maxContext()),
                Set.copyOf(filter.parameters()),
                filter.include().stream().map(IdGlob::new).toList(),
                filter.exclude().stream().map(IdGlob::new).toList());
    }
}
