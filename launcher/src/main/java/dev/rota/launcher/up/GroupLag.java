package dev.rota.launcher.up;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** How far groups are behind the ends of their topics. */
public final class GroupLag {
    private final Admin admin;

    /** @param admin used, not closed */
    public GroupLag(Admin admin) {
        this.admin = admin;
    }

    /** Records that nobody of a share group has acknowledged; empty while the broker cannot tell yet. */
    public Optional<Long> ofShareGroup(String group) {
        var offsets = await(admin.listShareGroupOffsets(Map.of(group, new ListShareGroupOffsetsSpec()))
                .partitionsToOffsetInfo(group));
        long lag = 0;
        for (var info : offsets.values()) {
            if (info == null || info.lag().isEmpty()) {
                return Optional.empty();
            }
            lag += info.lag().get();
        }
        return offsets.isEmpty() ? Optional.empty() : Optional.of(lag);
    }

    /**
     * Records that a group has not read yet, of the topics whose names begin so; empty while it has committed nothing
     * of a topic that is not empty.
     */
    public Optional<Long> ofConsumerGroup(String group, String topicPrefix) {
        var committed = await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        committed.forEach((partition, offset) -> {
            if (partition.topic().startsWith(topicPrefix) && offset != null) {
                wanted.put(partition, OffsetSpec.latest());
            }
        });
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        var ends = await(admin.listOffsets(wanted).all());
        long lag = 0;
        for (var end : ends.entrySet()) {
            lag += Math.max(0, end.getValue().offset() - committedTo(committed.get(end.getKey())));
        }
        return Optional.of(lag);
    }

    private static long committedTo(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }
}
