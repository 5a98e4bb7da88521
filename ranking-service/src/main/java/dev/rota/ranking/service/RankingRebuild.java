package dev.rota.ranking.service;

import dev.rota.runtime.kafka.KafkaSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Makes the ranking forget everything it derived, so that its next start derives it anew from the whole history. What
 * it published stays: readers keep the last rotations, and revisions go on from them.
 *
 * <p>Safe to repeat. The group goes first, and Kafka refuses that while an instance runs; if a later step fails, a
 * start works through the history on top of what is left, which changes nothing, for evidence is a set.
 */
public final class RankingRebuild {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RankingConfig config;
    private final KafkaSettings kafka;

    public RankingRebuild(RankingConfig config, KafkaSettings kafka) {
        this.config = config;
        this.kafka = kafka;
    }

    /**
     * Forgets; no instance may be running.
     *
     * @return the topics that were deleted
     * @throws IllegalStateException if an instance runs
     */
    public List<String> run() {
        try (Admin admin = Admin.create(kafka.clientWith(Map.of()))) {
            deleteGroup(admin, config.applicationId());
            List<String> topics = deleteTopics(admin);
            deleteDirectory(config.stateDir().resolve(config.applicationId()));
            return topics;
        }
    }

    private static void deleteGroup(Admin admin, String group) {
        try {
            await(admin.deleteConsumerGroups(List.of(group)).all());
        } catch (GroupNotEmptyException e) {
            throw new IllegalStateException(
                    "a ranking instance is running, or was killed a moment ago, in group "
                            + group
                            + "; stop every instance, wait until it has left the group, and rebuild again",
                    e);
        } catch (GroupIdNotFoundException _) {
            // Nothing to forget there.
        }
    }

    private List<String> deleteTopics(Admin admin) {
        Set<String> own = own(admin);
        try {
            await(admin.deleteTopics(own).all());
        } catch (UnknownTopicOrPartitionException _) {
            // Somebody else was faster.
        }
        // Deleting goes on after the call; a start that met a half-deleted changelog would take it for a full one.
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!own(admin).isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("topics " + own + " are still there " + PATIENCE.toSeconds()
                        + " s after they were deleted; is delete.topic.enable on?");
            }
            Thread.onSpinWait();
        }
        return new ArrayList<>(new TreeSet<>(own));
    }

    private Set<String> own(Admin admin) {
        Set<String> own = new TreeSet<>(await(admin.listTopics().names()));
        // The whole name: what another generation keeps begins alike.
        Pattern wanted = Pattern.compile(Pattern.quote(config.applicationId()) + "-[a-z]+-(changelog|repartition)");
        own.removeIf(name -> !wanted.matcher(name).matches());
        return own;
    }

    private static void deleteDirectory(Path directory) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear the ranking's state directory " + directory, e);
        }
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafkaError ? kafkaError : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }
}
