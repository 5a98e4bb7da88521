package dev.rota.tester.queue;

import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * One slot's member of a consumer group, for brokers without share groups: one record at a time. No more slots work
 * than the topic has partitions.
 *
 * <p>A consumer group counts no deliveries, so the worker does: before it takes a record in hand it commits the
 * position before it, with the number of this delivery as the commit's metadata. Who gets the partition after a crash
 * reads it.
 */
public final class ClassicQueue implements ProbeQueue {
    private static final String DELIVERIES = "deliveries=";
    private static final Pattern COUNT = Pattern.compile(DELIVERIES + "(\\d{1,6})");

    private final Consumer<byte[], byte[]> consumer;
    private final Outbox outbox;

    private ClassicQueue(Consumer<byte[], byte[]> consumer, Outbox outbox) {
        this.consumer = consumer;
        this.outbox = outbox;
    }

    /**
     * Joins the group.
     *
     * @param longest how long a probe may take before the group gives its partition to another member
     */
    public static ClassicQueue open(
            KafkaSettings kafka, String group, String clientId, Duration longest, Outbox outbox) {
        Map<String, Object> settings = kafka.clientWith(Map.of(
                "client.id",
                clientId,
                "group.id",
                group,
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "max.poll.records",
                1,
                "max.poll.interval.ms",
                Math.toIntExact(longest.toMillis())));
        Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.MODEL_FOUND.name()));
        return new ClassicQueue(consumer, outbox);
    }

    @Override
    public List<Delivery> poll(Duration timeout) {
        List<Delivery> deliveries = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(timeout)) {
            deliveries.add(new Delivery(record, EarlierDeliveries.of(record) + counted(record)));
        }
        return deliveries;
    }

    /** Which delivery of the record this is; noted where the next one will find it. */
    private int counted(ConsumerRecord<byte[], byte[]> record) {
        TopicPartition partition = partition(record);
        @Nullable OffsetAndMetadata last = consumer.committed(Set.of(partition)).get(partition);
        int count = last == null || last.offset() != record.offset() ? 1 : deliveries(last.metadata()) + 1;
        consumer.commitSync(
                Map.of(partition, new OffsetAndMetadata(record.offset(), record.leaderEpoch(), DELIVERIES + count)));
        return count;
    }

    private static int deliveries(String metadata) {
        Matcher matcher = COUNT.matcher(metadata);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    @Override
    public void accept(Delivery delivery) {
        ConsumerRecord<byte[], byte[]> record = delivery.record();
        consumer.commitSync(Map.of(partition(record), new OffsetAndMetadata(record.offset() + 1)));
    }

    @Override
    public void putBack(Delivery delivery, Set<String> done) {
        outbox.requeue(delivery.record(), done);
        accept(delivery);
    }

    @Override
    public void postpone(Delivery delivery) {
        outbox.postpone(delivery);
        accept(delivery);
    }

    @Override
    public void retry(Delivery delivery) {
        consumer.seek(partition(delivery.record()), delivery.record().offset());
    }

    @Override
    public void flush() {
        // Each word is told as it is said.
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
