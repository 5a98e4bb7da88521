package dev.rota.schema.topic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Compares this machine's clock with the clocks of those who write: Kafka tells no time, but each record carries its
 * sender's. A record of the future means that its sender is ahead, or that this machine is behind. Old records prove
 * nothing, so a sender that is behind is not found.
 */
public final class ClockCheck {
    /** Machines that keep time agree far better than this. */
    public static final Duration TOLERANCE = Duration.ofSeconds(30);

    private ClockCheck() {}

    /**
     * One sentence with its remedy if some topic that this user may see holds a record of the future.
     *
     * @param admin used, not closed
     * @param now what this machine's clock says
     * @throws KafkaException if the cluster does not answer
     */
    public static Optional<String> of(Admin admin, Instant now) {
        Map<String, Instant> newest = new TreeMap<>();
        Map<TopicPartition, OffsetSpec> wanted = partitions(admin);
        var offsets = admin.listOffsets(wanted);
        for (TopicPartition partition : wanted.keySet()) {
            try {
                long timestamp =
                        TopicSetup.await(offsets.partitionResult(partition)).timestamp();
                newest.merge(partition.topic(), Instant.ofEpochMilli(timestamp), ClockCheck::later);
            } catch (KafkaException _) {
                // Whatever keeps this user from looking is not about clocks.
            }
        }
        newest.values().removeIf(time -> !time.isAfter(now.plus(TOLERANCE)));
        return newest.isEmpty() ? Optional.empty() : Optional.of(sentence(newest, now));
    }

    /** Topics are written by different services, so it is hardly all of them that are wrong. */
    private static String sentence(Map<String, Instant> ahead, Instant now) {
        Map.Entry<String, Instant> topic = ahead.entrySet().iterator().next();
        String judgement = ahead.size() == 1
                ? "its sender's clock is ahead, or this machine's is behind"
                : "so have " + String.join(", ", ahead.keySet().stream().skip(1).toList())
                        + ", so it is probably this machine's clock that is behind";
        return "topic %s has a record of %s, %d s later than this machine's clock says, %s; %s: set both machines' clocks (NTP)"
                .formatted(
                        topic.getKey(),
                        topic.getValue(),
                        Duration.between(now, topic.getValue()).toSeconds(),
                        now,
                        judgement);
    }

    private static Map<TopicPartition, OffsetSpec> partitions(Admin admin) {
        Set<String> present = TopicSetup.await(admin.listTopics().names());
        List<String> names = new ArrayList<>();
        for (Topic<?> topic : Topics.all()) {
            if (present.contains(topic.name())) {
                names.add(topic.name());
            }
        }
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        TopicSetup.await(admin.describeTopics(names).allTopicNames())
                .values()
                .forEach(topic -> topic.partitions()
                        .forEach(each -> wanted.put(
                                new TopicPartition(topic.name(), each.partition()), OffsetSpec.maxTimestamp())));
        return wanted;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
