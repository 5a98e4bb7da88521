package dev.rota.client.kafka;

import dev.rota.runtime.kafka.KafkaSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Settings of readers: quick to fail, quick to see a record, nothing committed. */
final class ReaderSettings {
    /** How long Kafka or the registry may take to answer before it counts as out of reach. */
    static final Duration PATIENCE = Duration.ofSeconds(4);

    private ReaderSettings() {}

    static Map<String, Object> consumer(KafkaSettings kafka) {
        Map<String, Object> own = new HashMap<>();
        own.put("enable.auto.commit", "false");
        own.put("allow.auto.create.topics", "false");
        own.put("auto.offset.reset", "earliest");
        own.put("isolation.level", "read_committed");
        own.put("default.api.timeout.ms", millis());
        own.put("request.timeout.ms", millis());
        own.put("socket.connection.setup.timeout.ms", "2000");
        own.put("reconnect.backoff.max.ms", "2000");
        own.put("fetch.min.bytes", "1");
        // A long topic is read a fifth faster by larger pieces into a buffer that the system lets grow.
        own.put("receive.buffer.bytes", "-1");
        own.put("max.partition.fetch.bytes", Integer.toString(4 << 20));
        own.put("max.poll.records", "4000");
        // Neither is of use to a reader, and both cost time at its start.
        own.put("enable.metrics.push", "false");
        own.put("metric.reporters", "");
        return kafka.clientWith(own);
    }

    static Map<String, Object> registry(KafkaSettings kafka) {
        Map<String, Object> own = new HashMap<>();
        for (String prefix : new String[] {"", "schema.registry."}) {
            own.put(prefix + "http.connect.timeout.ms", millis());
            own.put(prefix + "http.read.timeout.ms", millis());
            own.put(prefix + "max.retries", "0");
        }
        own.putAll(kafka.registry());
        return own;
    }

    private static String millis() {
        return Long.toString(PATIENCE.toMillis());
    }
}
