package dev.rota.tester.queue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A dead letter's story, in headers. Their names are public API. */
final class DeadLetterHeaders {
    /** Why nobody can work on it. */
    static final String REASON = "rota.dead-letter.reason";

    /** Topic, partition and offset it came from. */
    static final String TOPIC = "rota.dead-letter.topic";

    static final String PARTITION = "rota.dead-letter.partition";
    static final String OFFSET = "rota.dead-letter.offset";

    /** How often it was delivered. */
    static final String DELIVERIES = "rota.dead-letter.deliveries";

    private static final int MAX_REASON = 1_000;

    private DeadLetterHeaders() {}

    static Map<String, String> of(ConsumerRecord<?, ?> record, int deliveries, String reason) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(REASON, reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) : reason);
        headers.put(TOPIC, record.topic());
        headers.put(PARTITION, Integer.toString(record.partition()));
        headers.put(OFFSET, Long.toString(record.offset()));
        headers.put(DELIVERIES, Integer.toString(deliveries));
        return headers;
    }
}
