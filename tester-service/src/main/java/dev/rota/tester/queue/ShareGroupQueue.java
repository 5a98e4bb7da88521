package dev.rota.tester.queue;

import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One slot's member of the share group. What it says of its records travels with its next fetch, which spares half of
 * the requests.
 */
public final class ShareGroupQueue implements ProbeQueue {
    private static final Logger LOG = LoggerFactory.getLogger(ShareGroupQueue.class);

    /** A released record's next delivery counts; this many are kept for workers that die. */
    private static final int DELIVERIES_KEPT = 2;

    private final ShareConsumer<byte[], byte[]> consumer;
    private final Outbox outbox;
    private final int maxDeliveries;

    private ShareGroupQueue(ShareConsumer<byte[], byte[]> consumer, Outbox outbox, int maxDeliveries) {
        this.consumer = consumer;
        this.outbox = outbox;
        this.maxDeliveries = maxDeliveries;
    }

    /**
     * Joins the group.
     *
     * @param records taken at once, at most
     * @param lock how long the broker leaves a record to this slot
     * @param maxDeliveries the delivery at which a probe becomes a dead letter
     */
    public static ShareGroupQueue open(
            KafkaSettings kafka,
            String group,
            String clientId,
            int records,
            Duration lock,
            int maxDeliveries,
            Outbox outbox) {
        Map<String, Object> settings = kafka.clientWith(Map.of(
                // Beans for each of many members would take most of the time that joining takes.
                "metric.reporters",
                "",
                "client.id",
                clientId,
                "group.id",
                group,
                "share.acknowledgement.mode",
                "explicit",
                "share.acquire.mode",
                "record_limit",
                "max.poll.records",
                records,
                // Between two polls lies a whole probe; the record's lock is what bounds it.
                "max.poll.interval.ms",
                Math.toIntExact(lock.plusMinutes(1).toMillis())));
        ShareConsumer<byte[], byte[]> consumer =
                new KafkaShareConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.setAcknowledgementCommitCallback(ShareGroupQueue::told);
        consumer.subscribe(List.of(Topics.MODEL_FOUND.name()));
        return new ShareGroupQueue(consumer, outbox, maxDeliveries);
    }

    @Override
    public List<Delivery> poll(Duration timeout) {
        List<Delivery> deliveries = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(timeout)) {
            int count = record.deliveryCount().map(Short::intValue).orElse(1);
            deliveries.add(new Delivery(record, EarlierDeliveries.of(record) + count));
        }
        return deliveries;
    }

    @Override
    public void accept(Delivery delivery) {
        consumer.acknowledge(delivery.record(), AcknowledgeType.ACCEPT);
    }

    @Override
    public void putBack(Delivery delivery, Set<String> done) {
        if (done.isEmpty() && delivery.count() + DELIVERIES_KEPT < maxDeliveries) {
            consumer.acknowledge(delivery.record(), AcknowledgeType.RELEASE);
        } else {
            outbox.requeue(delivery.record(), done);
            consumer.acknowledge(delivery.record(), AcknowledgeType.ACCEPT);
        }
    }

    @Override
    public void postpone(Delivery delivery) {
        outbox.postpone(delivery);
        consumer.acknowledge(delivery.record(), AcknowledgeType.ACCEPT);
    }

    @Override
    public void retry(Delivery delivery) {
        consumer.acknowledge(delivery.record(), AcknowledgeType.RELEASE);
    }

    @Override
    public void flush() {
        // What was refused is heard of by the callback as well.
        var _ = consumer.commitSync();
    }

    /** What was not acknowledged in time goes to another slot, whose results have the same ids: nothing is lost. */
    private static void told(Map<TopicIdPartition, Set<Long>> offsets, @Nullable Exception failure) {
        if (failure != null) {
            offsets.forEach((partition, records) -> LOG.warn(
                    "acknowledgement refused partition={} offsets={} error={}",
                    partition.topicPartition(),
                    records,
                    failure.getMessage()));
        }
    }

    @Override
    public void close() {
        consumer.close(Duration.ofSeconds(10));
    }
}
