package dev.rota.registry.log;

import dev.rota.registry.SchemaRegistryConfig;
import dev.rota.registry.SchemaRegistryException;
import dev.rota.registry.subject.Entry;
import dev.rota.registry.subject.EntryLog;
import dev.rota.registry.subject.RegistryError;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The topic: written by this producer, read back by {@link LogReader}. A write returns once it was read back, so
 * whoever wrote sees it. One registry may write to a topic at a time.
 */
public final class SchemaLog implements EntryLog, AutoCloseable {

    private final SchemaRegistryConfig config;
    private final LogSettings settings;
    private final Consumer<Entry> state;
    private @Nullable KafkaProducer<byte[], byte[]> producer;
    private @Nullable LogReader reader;

    public SchemaLog(SchemaRegistryConfig config, Consumer<Entry> state) {
        this.config = config;
        this.settings = new LogSettings(config);
        this.state = state;
    }

    /** Creates the topic if need be and rebuilds the state from it. */
    public void start() {
        try {
            SchemasTopic.ensure(config, settings.admin());
            reader = new LogReader(config, settings.consumer(), state);
            reader.start();
            producer = new KafkaProducer<>(settings.producer(), new ByteArraySerializer(), new ByteArraySerializer());
        } catch (KafkaException e) {
            throw new SchemaRegistryException(
                    "the schema registry cannot use the topic %s on Kafka %s (%s): check that Kafka runs and who may use it"
                            .formatted(config.topic(), config.bootstrapServers(), e.getMessage()),
                    e);
        }
    }

    @Override
    public void write(Entry entry) {
        if (producer == null || reader == null) {
            throw new IllegalStateException("the schema log does not run: call start() first");
        }
        try {
            var record = new ProducerRecord<>(config.topic(), 0, EntryCodec.key(entry), EntryCodec.value(entry));
            long millis = config.timeout().toMillis();
            long offset =
                    producer.send(record).get(millis, TimeUnit.MILLISECONDS).offset();
            reader.await(offset, config.timeout());
        } catch (ExecutionException e) {
            throw RegistryError.storeFailed(String.valueOf(e.getCause()));
        } catch (java.util.concurrent.TimeoutException | KafkaException e) {
            throw RegistryError.storeFailed("no answer within %s (%s)".formatted(config.timeout(), e));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw RegistryError.storeFailed("the registry is stopping");
        }
    }

    /** Whether changes can be read back; not so after a failure that only a restart mends. */
    public boolean healthy() {
        return reader != null && reader.failure().isEmpty();
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(config.timeout());
        }
        if (reader != null) {
            reader.close();
        }
    }
}
