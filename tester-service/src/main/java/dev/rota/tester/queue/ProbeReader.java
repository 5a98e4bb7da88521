package dev.rota.tester.queue;

import dev.rota.domain.probe.ModelFound;
import dev.rota.schema.serde.RegistryUnavailableException;
import dev.rota.schema.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads probes from records. For one thread. */
public final class ProbeReader implements AutoCloseable {
    /** On a probe that was put back: a task that has its result; one header a task. */
    static final String TASK_DONE = "rota.task-done";

    private final Deserializer<ModelFound> deserializer;

    /** What a record holds. */
    public sealed interface Content {
        /**
         * A probe.
         *
         * @param done tasks of it that have their result
         */
        record Probe(ModelFound found, Set<String> done) implements Content {}

        /** Nothing that can be read. */
        record Unreadable(String reason) implements Content {}

        /**
         * Perhaps a probe: the schema registry cannot be asked now.
         *
         * @param done tasks that have their result, should it be a probe
         */
        record OutOfReach(String reason, Set<String> done) implements Content {
            public OutOfReach {
                done = Set.copyOf(done);
            }
        }
    }

    /** @param registry settings of the registry's client */
    public ProbeReader(Map<String, ?> registry) {
        deserializer = Topics.MODEL_FOUND.valueSerde(registry).deserializer();
    }

    /** Reads a record; whatever it holds, nothing is thrown. */
    public Content read(ConsumerRecord<byte[], byte[]> record) {
        byte @Nullable [] value = record.value();
        if (value == null) {
            return new Content.Unreadable("the record has no value");
        }
        try {
            return new Content.Probe(deserializer.deserialize(record.topic(), value), done(record));
        } catch (RegistryUnavailableException e) {
            return new Content.OutOfReach(String.valueOf(e.getMessage()), done(record));
        } catch (SerializationException e) {
            return new Content.Unreadable(reason(e));
        }
    }

    private static Set<String> done(ConsumerRecord<byte[], byte[]> record) {
        Set<String> done = new HashSet<>();
        for (Header header : record.headers().headers(TASK_DONE)) {
            done.add(new String(header.value(), StandardCharsets.UTF_8));
        }
        return done;
    }

    private static String reason(SerializationException e) {
        StringBuilder reason = new StringBuilder(String.valueOf(e.getMessage()));
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            reason.append("; ").append(cause.getMessage());
        }
        return reason.toString();
    }

    @Override
    public void close() {
        deserializer.close();
    }
}
