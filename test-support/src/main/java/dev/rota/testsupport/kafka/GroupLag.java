package dev.rota.testsupport.kafka;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a group is behind.
 *
 * @param behind records by partition, in print order; -1 where the broker does not know yet
 */
record GroupLag(Map<String, Long> behind) {

    private static final long UNKNOWN = -1;

    /** Nothing committed yet is not caught up: the group may not have begun. */
    boolean caughtUp() {
        return !behind.isEmpty() && behind.values().stream().allMatch(each -> each == 0);
    }

    static GroupLag ofConsumers(Admin admin, String group) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                TestKafka.get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        var ends = TestKafka.get(admin.listOffsets(
                        committed.keySet().stream().collect(Collectors.toMap(each -> each, _ -> OffsetSpec.latest())))
                .all());
        Map<String, Long> behind = new TreeMap<>();
        ends.forEach((partition, end) -> {
            OffsetAndMetadata offset = committed.get(partition);
            behind.put(partition.toString(), offset == null ? UNKNOWN : end.offset() - offset.offset());
        });
        return new GroupLag(behind);
    }

    static GroupLag ofShares(Admin admin, String group, String topic) {
        var offsets = TestKafka.get(admin.listShareGroupOffsets(Map.of(group, new ListShareGroupOffsetsSpec()))
                .partitionsToOffsetInfo(group));
        Map<String, Long> behind = new TreeMap<>();
        offsets.forEach((partition, info) -> {
            if (partition.topic().equals(topic)) {
                behind.put(
                        partition.toString(),
                        info == null ? UNKNOWN : info.lag().orElse(UNKNOWN));
            }
        });
        return new GroupLag(behind);
    }
}
