package dev.rota.tester;

import dev.rota.domain.Checks;
import dev.rota.domain.time.DurationText;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.config.Settings;
import dev.rota.runtime.kafka.KafkaSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How a tester works.
 *
 * @param kafka where probes come from and results go to
 * @param catalogues whose models may be called
 * @param secrets where their keys are
 * @param slots probes run at once, 1 to 4,096. Default 8; each holds one Kafka connection
 * @param queue how probes are shared. Default {@code share}
 * @param group the group's name. Default {@code rota-testers}
 * @param lock how long the broker leaves a probe to a slot, 15 s to 1 h; longer than the longest probe. Default 15 min.
 *     A worker that dies gives its probe back at once, one whose machine vanishes after this
 * @param deliveries the delivery at which a probe that was never finished becomes a dead letter, 2 to 8. Default 5
 * @param hold the longest limit of an account that a probe waits for in its slot, 1 s to 10 min; for a longer one it
 *     goes back. Default 2 min
 * @param stopGrace how long a stopping tester lets probes finish, 0 s to 10 min. Default 5 s
 * @param suites files and directories of suites beside the stock ones
 * @param worker this worker's name in results. Default the process's id
 */
public record TesterConfig(
        KafkaSettings kafka,
        List<CatalogueConfig> catalogues,
        SecretSource secrets,
        int slots,
        QueueKind queue,
        String group,
        Duration lock,
        int deliveries,
        Duration hold,
        Duration stopGrace,
        List<Path> suites,
        String worker) {

    /** First part of the settings' keys. */
    public static final String SECTION = "tester";

    public static final int DEFAULT_SLOTS = 8;
    private static final int MAX_SLOTS = 4_096;
    private static final Duration MIN_LOCK = Duration.ofSeconds(15);
    private static final Duration MAX_LOCK = Duration.ofHours(1);
    private static final Duration DEFAULT_LOCK = Duration.ofMinutes(15);

    public TesterConfig {
        catalogues = List.copyOf(catalogues);
        suites = List.copyOf(suites);
        Checks.text("tester.group", group);
        Checks.text("tester.worker", worker);
        within("slots", slots, 1, MAX_SLOTS);
        within("deliveries", deliveries, 2, 8);
        if (lock.compareTo(MIN_LOCK) < 0 || lock.compareTo(MAX_LOCK) > 0) {
            throw new IllegalArgumentException("tester.lock must be from " + DurationText.format(MIN_LOCK) + " to "
                    + DurationText.format(MAX_LOCK) + ", not " + DurationText.format(lock));
        }
        if (hold.isNegative() || hold.isZero() || hold.compareTo(lock) >= 0) {
            throw new IllegalArgumentException("tester.hold must be more than 0 and less than tester.lock, "
                    + DurationText.format(lock) + ", not " + DurationText.format(hold));
        }
    }

    /** The defaults. */
    public static TesterConfig of(KafkaSettings kafka, List<CatalogueConfig> catalogues, SecretSource secrets) {
        return new TesterConfig(
                kafka,
                catalogues,
                secrets,
                DEFAULT_SLOTS,
                QueueKind.SHARE,
                "rota-testers",
                DEFAULT_LOCK,
                5,
                Duration.ofMinutes(2),
                Duration.ofSeconds(5),
                List.of(),
                defaultWorker());
    }

    /** Reads the section {@code tester}; what is wrong is noted in the settings. */
    public static TesterConfig read(
            Settings settings, KafkaSettings kafka, List<CatalogueConfig> catalogues, SecretSource secrets) {
        TesterConfig fallback = of(kafka, catalogues, secrets);
        try {
            return new TesterConfig(
                    kafka,
                    catalogues,
                    secrets,
                    settings.integer("tester.slots", fallback.slots, 1, MAX_SLOTS),
                    settings.choice("tester.queue", QueueKind.class, fallback.queue),
                    settings.text("tester.group", fallback.group),
                    settings.duration("tester.lock", fallback.lock, MIN_LOCK, MAX_LOCK),
                    settings.integer("tester.deliveries", fallback.deliveries, 2, 8),
                    settings.duration("tester.hold", fallback.hold, Duration.ofSeconds(1), Duration.ofMinutes(10)),
                    settings.duration("tester.stopGrace", fallback.stopGrace, Duration.ZERO, Duration.ofMinutes(10)),
                    settings.list("tester.suites", List.of()).stream()
                            .map(Path::of)
                            .toList(),
                    settings.text("tester.worker", fallback.worker));
        } catch (IllegalArgumentException e) {
            settings.problem(SECTION, "these settings", String.valueOf(e.getMessage()));
            return fallback;
        }
    }

    public TesterConfig withSlots(int value) {
        return new TesterConfig(
                kafka, catalogues, secrets, value, queue, group, lock, deliveries, hold, stopGrace, suites, worker);
    }

    public TesterConfig withQueue(QueueKind value) {
        return new TesterConfig(
                kafka, catalogues, secrets, slots, value, group, lock, deliveries, hold, stopGrace, suites, worker);
    }

    public TesterConfig withDeliveries(int value) {
        return new TesterConfig(
                kafka, catalogues, secrets, slots, queue, group, lock, value, hold, stopGrace, suites, worker);
    }

    public TesterConfig withHold(Duration value) {
        return new TesterConfig(
                kafka, catalogues, secrets, slots, queue, group, lock, deliveries, value, stopGrace, suites, worker);
    }

    public TesterConfig withWorker(String value) {
        return new TesterConfig(
                kafka, catalogues, secrets, slots, queue, group, lock, deliveries, hold, stopGrace, suites, value);
    }

    private static String defaultWorker() {
        return "tester-" + ProcessHandle.current().pid();
    }

    private static void within(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "tester." + name + " must be from " + min + " to " + max + ", not " + value);
        }
    }
}
