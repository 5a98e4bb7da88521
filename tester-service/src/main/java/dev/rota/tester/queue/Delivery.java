package dev.rota.tester.queue;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record of the probes' topic in a worker's hands.
 *
 * @param record as it came
 * @param count which delivery of it this is, from 1
 */
public record Delivery(ConsumerRecord<byte[], byte[]> record, int count) {
    /** Deliveries without suspicion: brokers count also those that were only put back. */
    private static final int UNSUSPECTED = 2;

    /**
     * Whether it has come so often that it may be what killed its workers, and none beside it may go down with it once
     * more.
     *
     * @param maxDeliveries the delivery that is not worked on any more; on the one before it a probe is suspect
     */
    public boolean isSuspect(int maxDeliveries) {
        return count > Math.min(UNSUSPECTED, maxDeliveries - 2);
    }
}
