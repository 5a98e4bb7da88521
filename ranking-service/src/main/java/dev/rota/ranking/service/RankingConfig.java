package dev.rota.ranking.service;

import dev.rota.domain.Checks;
import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.topology.Succession;
import dev.rota.runtime.config.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the ranking runs.
 *
 * @param policies one per rotation
 * @param guarantee {@code ranking.guarantee}: {@code at_least_once} (default) or {@code exactly_once_v2}
 * @param commitInterval {@code ranking.commitInterval}: 5 ms to 1 m. Default 1 s at least once, where it only bounds
 *     how much is done again after a crash; 15 ms exactly once, where a result waits for two commits; while a backlog
 *     is worked off, at least 1 s
 * @param threads {@code ranking.threads}: 1 to 64, default 2. More than there are partitions stand idle
 * @param stateDir {@code ranking.stateDir}: where Streams keeps its notes. Evidence is not among them: it lives in the
 *     heap and in the changelog
 * @param instance {@code ranking.instance}: a name that stays the same over restarts and that no other instance has.
 *     With it, a killed instance that comes back takes up its work at once; without, after the session timeout
 * @param sessionTimeout {@code ranking.sessionTimeout}: 6 s to 5 m, default 6 s: how long a silent instance keeps its
 *     work before others take it over. Brokers refuse less than 6 s by default
 * @param standbys {@code ranking.standbys}: 0 to 4, default 0: how many other instances follow the state, to take over
 *     without reading it first
 * @param policyFiles by rotation, where its policy was read from a file; the file is read again when it changes
 * @param generation {@code ranking.generation}: 1 to 9999, default 1. A higher one works through the whole history
 *     beside a lower one, in a group and topics of its own, and takes over when it has caught up
 */
public record RankingConfig(
        List<Policy> policies,
        Guarantee guarantee,
        Duration commitInterval,
        int threads,
        Path stateDir,
        Optional<String> instance,
        Duration sessionTimeout,
        int standbys,
        Map<String, Path> policyFiles,
        int generation) {
    private static final int DEFAULT_THREADS = 2;
    private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(6);

    /** First parts of the keys read here. */
    public static final Set<String> SECTIONS = Set.of("ranking", "rotations");

    /** The consumer group of the first generation, and the prefix of the topics that are the ranking's own. */
    public static final String APPLICATION_ID = "rota-ranking";

    public RankingConfig {
        policies = List.copyOf(policies);
        policyFiles = Map.copyOf(policyFiles);
        Set<String> names = new HashSet<>();
        for (Policy policy : policies) {
            if (!names.add(policy.name())) {
                throw new IllegalArgumentException(
                        "two policies are named " + policy.name() + "; a rotation has one policy");
            }
        }
        if (commitInterval.toMillis() < 1) {
            throw new IllegalArgumentException("commitInterval must be 1 ms or more, not " + commitInterval);
        }
        if (generation < Succession.FIRST) {
            throw new IllegalArgumentException("generation must be 1 or more, not " + generation);
        }
        instance.ifPresent(name -> Checks.text("instance", name));
    }

    /**
     * Reads the sections {@code ranking} and {@code rotations}. A rotation is given as {@code name: stock}, or as the
     * path of a policy file; without any, there is one rotation for each stock policy.
     */
    public static RankingConfig read(Settings settings) {
        Guarantee guarantee = settings.choice("ranking.guarantee", Guarantee.class, Guarantee.AT_LEAST_ONCE);
        return new RankingConfig(
                Rotations.read(settings),
                guarantee,
                settings.duration(
                        "ranking.commitInterval",
                        guarantee.commitInterval(),
                        Duration.ofMillis(5),
                        Duration.ofMinutes(1)),
                settings.integer("ranking.threads", DEFAULT_THREADS, 1, 64),
                settings.path("ranking.stateDir", Path.of(".rota", "ranking")),
                settings.optionalText("ranking.instance"),
                settings.duration("ranking.sessionTimeout", SESSION_TIMEOUT, SESSION_TIMEOUT, Duration.ofMinutes(5)),
                settings.integer("ranking.standbys", 0, 0, 4),
                Rotations.files(settings),
                settings.integer("ranking.generation", Succession.FIRST, Succession.FIRST, 9_999));
    }

    /** With nothing but defaults. */
    public static RankingConfig of(List<Policy> policies, Path stateDir) {
        return of(policies, stateDir, Guarantee.AT_LEAST_ONCE);
    }

    public static RankingConfig of(List<Policy> policies, Path stateDir, Guarantee guarantee) {
        return new RankingConfig(
                policies,
                guarantee,
                guarantee.commitInterval(),
                DEFAULT_THREADS,
                stateDir,
                Optional.empty(),
                SESSION_TIMEOUT,
                0,
                Map.of(),
                Succession.FIRST);
    }

    /** How often to commit while a backlog is worked off, and at the latest. */
    Duration longestCommitInterval() {
        Duration backlog = guarantee.backlogCommitInterval();
        return commitInterval.compareTo(backlog) > 0 ? commitInterval : backlog;
    }

    /** How soon to commit what came in when there is no backlog; null if {@link #longestCommitInterval} does. */
    @Nullable
    Duration quickCommitInterval() {
        return commitInterval.equals(longestCommitInterval()) ? null : commitInterval;
    }

    /** The same with another commit interval. */
    public RankingConfig withCommitInterval(Duration interval) {
        return new RankingConfig(
                policies,
                guarantee,
                interval,
                threads,
                stateDir,
                instance,
                sessionTimeout,
                standbys,
                policyFiles,
                generation);
    }

    /** The same under a name of its own. */
    public RankingConfig withInstance(Optional<String> name) {
        return new RankingConfig(
                policies,
                guarantee,
                commitInterval,
                threads,
                stateDir,
                name,
                sessionTimeout,
                standbys,
                policyFiles,
                generation);
    }

    /** The same with policies that are read again from these files when they change. */
    public RankingConfig withPolicyFiles(Map<String, Path> files) {
        return new RankingConfig(
                policies,
                guarantee,
                commitInterval,
                threads,
                stateDir,
                instance,
                sessionTimeout,
                standbys,
                files,
                generation);
    }

    /** The same with other policies. */
    RankingConfig withPolicies(List<Policy> others) {
        return new RankingConfig(
                others,
                guarantee,
                commitInterval,
                threads,
                stateDir,
                instance,
                sessionTimeout,
                standbys,
                policyFiles,
                generation);
    }

    /** The same as another generation. */
    public RankingConfig withGeneration(int number) {
        return new RankingConfig(
                policies,
                guarantee,
                commitInterval,
                threads,
                stateDir,
                instance,
                sessionTimeout,
                standbys,
                policyFiles,
                number);
    }

    /** The consumer group of this generation, and the first part of its own topics' names. */
    public String applicationId() {
        return generation == Succession.FIRST ? APPLICATION_ID : APPLICATION_ID + "-g" + generation;
    }
}
