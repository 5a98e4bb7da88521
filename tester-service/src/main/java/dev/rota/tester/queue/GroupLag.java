package dev.rota.tester.queue;

import dev.rota.schema.topic.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How many probes wait: what to scale testers by. */
public final class GroupLag {
    private static final long PATIENCE_SECONDS = 10;

    private final Admin admin;
    private final String group;
    private final boolean share;

    /**
     * Of one group.
     *
     * @param admin used, not closed
     * @param share whether it is a share group
     */
    public GroupLag(Admin admin, String group, boolean share) {
        this.admin = admin;
        this.group = group;
        this.share = share;
    }

    /** The lag; empty while the broker does not know it, as in a group's first seconds. */
    public OptionalLong read() throws InterruptedException {
        try {
            return share ? ofShareGroup() : ofConsumerGroup();
        } catch (ExecutionException | TimeoutException _) {
            // The broker is away or the group is not there yet: nothing is known.
            return OptionalLong.empty();
        }
    }

    private OptionalLong ofShareGroup() throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, SharePartitionOffsetInfo> offsets =
                get(admin.listShareGroupOffsets(Map.of(group, new ListShareGroupOffsetsSpec()))
                        .partitionsToOffsetInfo(group));
        long lag = 0;
        boolean known = false;
        for (Map.Entry<TopicPartition, SharePartitionOffsetInfo> entry : offsets.entrySet()) {
            SharePartitionOffsetInfo info = entry.getValue();
            // Both the value and what it holds may be missing in the group's first seconds.
            if (info != null && isProbes(entry.getKey()) && info.lag().isPresent()) {
                lag += info.lag().get();
                known = true;
            }
        }
        return known ? OptionalLong.of(lag) : OptionalLong.empty();
    }

    private OptionalLong ofConsumerGroup() throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> committed =
                get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        committed.keySet().stream().filter(GroupLag::isProbes).forEach(p -> wanted.put(p, OffsetSpec.latest()));
        if (wanted.isEmpty()) {
            return OptionalLong.empty();
        }
        long lag = 0;
        for (var end : get(admin.listOffsets(wanted).all()).entrySet()) {
            OffsetAndMetadata position = committed.get(end.getKey());
            lag += position == null ? 0 : Math.max(0, end.getValue().offset() - position.offset());
        }
        return OptionalLong.of(lag);
    }

    private static boolean isProbes(TopicPartition partition) {
        return partition.topic().equals(Topics.MODEL_FOUND.name());
    }

    private static <T> T get(KafkaFuture<T> future) throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
