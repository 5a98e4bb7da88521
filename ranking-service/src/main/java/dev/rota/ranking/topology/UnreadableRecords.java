package dev.rota.ranking.topology;

import dev.rota.schema.topic.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what cannot be read to the dead letters and goes on. Streams makes it by its class name, and gives it the
 * application's configuration.
 */
public final class UnreadableRecords implements DeserializationExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadableRecords.class);

    private Map<String, ?> config = Map.of();

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> unreadable, Exception problem) {
        String reason = reason(problem);
        if (RegistryTrouble.isCauseOf(problem)) {
            LOG.error(
                    "schema registry does not answer, record kept topic={} offset={}",
                    unreadable.topic(),
                    unreadable.offset());
            return Response.fail();
        }
        LOG.warn(
                "unreadable record set aside topic={} partition={} offset={} reason={}",
                unreadable.topic(),
                unreadable.partition(),
                unreadable.offset(),
                reason);
        RankingMeters.of(config).deadLetter("unreadable");
        Headers headers = DeadLetter.headers(
                unreadable.headers(),
                "ranking",
                reason,
                unreadable.topic(),
                unreadable.partition(),
                unreadable.offset());
        byte[] value = cut(unreadable.value(), headers);
        return Response.resume(
                List.of(new ProducerRecord<>(Topics.DEAD_LETTERS, null, null, unreadable.key(), value, headers)));
    }

    @Override
    public void configure(Map<String, ?> configs) {
        config = configs;
    }

    static byte @Nullable [] cut(byte @Nullable [] value, Headers headers) {
        if (value == null || value.length <= DeadLetter.MAX_BYTES) {
            return value;
        }
        headers.add(DeadLetter.TRUNCATED, DeadLetter.utf8(Integer.toString(value.length)));
        return Arrays.copyOf(value, DeadLetter.MAX_BYTES);
    }

    /** Ours says where, the innermost cause says what. */
    private static String reason(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String outer = String.valueOf(problem.getMessage());
        String inner = String.valueOf(root.getMessage());
        return outer.contains(inner) ? outer : outer + ": " + inner;
    }
}
