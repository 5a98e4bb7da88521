package dev.rota.ranking.topology;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The headers of a dead letter: why, and where the record came from. Public API, the same for every dead letter of the
 * ranking.
 */
final class DeadLetter {
    static final String REASON = "rota.reason";
    static final String STAGE = "rota.stage";
    static final String TOPIC = "rota.topic";
    static final String PARTITION = "rota.partition";
    static final String OFFSET = "rota.offset";

    /** Set where the value was too large to be kept whole: its length in bytes. */
    static final String TRUNCATED = "rota.truncated-from";

    /** A value above this is cut: brokers take no record above a megabyte, headers included, by default. */
    static final int MAX_BYTES = 900_000;

    private DeadLetter() {}

    static Headers headers(Headers original, String stage, String reason, String topic, int partition, long offset) {
        return new RecordHeaders(original)
                .add(REASON, utf8(reason))
                .add(STAGE, utf8(stage))
                .add(TOPIC, utf8(topic))
                .add(PARTITION, utf8(Integer.toString(partition)))
                .add(OFFSET, utf8(Long.toString(offset)));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
