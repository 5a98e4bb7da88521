package dev.rota.ranking.topology;

import dev.rota.schema.topic.Topics;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a dead letter go that is too large even so (a giant key or header, a broker with a lower limit), counted and
 * logged. Anything else that cannot be sent is fatal: a rotation nobody gets is no rotation. Streams makes it by its
 * class name.
 */
public final class UnsendableRecords implements ProductionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(UnsendableRecords.class);

    private Map<String, ?> config = Map.of();

    @Override
    public Response handleError(ErrorHandlerContext context, ProducerRecord<byte[], byte[]> unsent, Exception problem) {
        if (problem instanceof RecordTooLargeException && unsent.topic().equals(Topics.DEAD_LETTERS)) {
            LOG.warn("dead letter too large to keep topic={} offset={}", context.topic(), context.offset());
            RankingMeters.of(config).deadLetter("lost");
            return Response.resume();
        }
        return Response.fail();
    }

    @Override
    public void configure(Map<String, ?> configs) {
        config = configs;
    }
}
