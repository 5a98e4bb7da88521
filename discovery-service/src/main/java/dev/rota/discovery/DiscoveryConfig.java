package dev.rota.discovery;

import dev.rota.discovery.plan.SuiteOutline;
import dev.rota.domain.model.ModelId;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.Settings;
import java.time.Duration;
import java.util.List;

/**
 * How discovery works.
 *
 * @param catalogues what to read
 * @param wanted {@code wanted}: ids to tell about, whether or not a catalogue has them. Default none
 * @param suite {@code discovery.suite} and {@code discovery.suiteTasks}: the suite that probes name, and its tasks, the
 *     cheapest first; they must be those of the testers' suite. Default the standard suite
 * @param probeEvery {@code discovery.probeEvery}: pause between looks at a model near the top, 1 s to 7 days; other
 *     pauses keep their proportion to it. Shorter pauses notice trouble sooner and spend more. Default 15 minutes; one
 *     minute for the simulator
 * @param maxCatalogueBytes {@code discovery.maxCatalogueBytes}: the largest catalogue read, all pages together, from 1
 *     kB to 1 GB. Default 64 MB, about a hundred times OpenRouter's
 * @param timeout {@code discovery.timeout}: for one page, 1 s to 10 minutes; all pages of a catalogue have five times
 *     that. Default 60 s
 * @param acceptShrunk {@code discovery.acceptShrunk}: catalogues of which a reading of less than half of what is known
 *     is believed. Default none
 */
public record DiscoveryConfig(
        List<CatalogueConfig> catalogues,
        List<String> wanted,
        SuiteOutline suite,
        Duration probeEvery,
        long maxCatalogueBytes,
        Duration timeout,
        List<String> acceptShrunk) {

    /** The standard suite of the testers; a test holds the two together. */
    public static final SuiteOutline STANDARD_SUITE =
            new SuiteOutline("standard", List.of("trivial-function", "careful-function", "write-tests"));

    public static final Duration DEFAULT_PROBE_EVERY = Duration.ofMinutes(15);

    private static final Duration SIMULATOR_PROBE_EVERY = Duration.ofMinutes(1);
    private static final int DEFAULT_MAX_BYTES = 64_000_000;

    public DiscoveryConfig {
        catalogues = List.copyOf(catalogues);
        wanted = List.copyOf(wanted);
        acceptShrunk = List.copyOf(acceptShrunk);
        long names = catalogues.stream().map(CatalogueConfig::name).distinct().count();
        if (names < catalogues.size()) {
            throw new IllegalArgumentException("catalogues must have different names");
        }
    }

    /** The defaults. */
    public static DiscoveryConfig of(List<CatalogueConfig> catalogues) {
        return new DiscoveryConfig(
                catalogues,
                List.of(),
                STANDARD_SUITE,
                DEFAULT_PROBE_EVERY,
                DEFAULT_MAX_BYTES,
                Duration.ofSeconds(60),
                List.of());
    }

    /** Reads the sections {@code discovery} and {@code wanted}; the catalogues are somebody else's choice. */
    public static DiscoveryConfig read(Settings settings, List<CatalogueConfig> catalogues) {
        return new DiscoveryConfig(
                catalogues,
                settings.list("wanted", List.of()),
                suite(settings),
                settings.duration(
                        "discovery.probeEvery", DEFAULT_PROBE_EVERY, Duration.ofSeconds(1), Duration.ofDays(7)),
                settings.integer("discovery.maxCatalogueBytes", DEFAULT_MAX_BYTES, 1_000, 1_000_000_000),
                settings.duration(
                        "discovery.timeout", Duration.ofSeconds(60), Duration.ofSeconds(1), Duration.ofMinutes(10)),
                settings.list("discovery.acceptShrunk", List.of()));
    }

    private static SuiteOutline suite(Settings settings) {
        String name = settings.text("discovery.suite", STANDARD_SUITE.name());
        List<String> tasks = settings.list(
                "discovery.suiteTasks", name.equals(STANDARD_SUITE.name()) ? STANDARD_SUITE.tasks() : List.of());
        if (tasks.isEmpty()) {
            settings.problem("discovery.suiteTasks", "", "must name the tasks of the suite " + name);
            return STANDARD_SUITE;
        }
        return new SuiteOutline(name, tasks);
    }

    /** The pause between looks at a leader of the catalogue. */
    Duration probeEvery(CatalogueConfig catalogue) {
        boolean simulator = catalogue.name().equals(ModelId.SIMULATOR);
        return simulator && probeEvery.compareTo(SIMULATOR_PROBE_EVERY) > 0 ? SIMULATOR_PROBE_EVERY : probeEvery;
    }
}
