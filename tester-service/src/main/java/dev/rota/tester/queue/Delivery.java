package dev.rota.tester.queue;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record of the probes' topic in a worker's hands.
 *
 * @param record as it came
 * @param count which delivery of it this is, from 1
 */
public record Delivery(ConsumerRecord<byte[], byte[]> record, int count) {}
