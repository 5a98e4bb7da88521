package dev.rota.tester.queue;

import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.tester.worker.Spending;
import dev.rota.tester.worker.SpendingBook;
import dev.rota.tester.worker.SpendingEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The account of spending in a topic of one partition, shared by all workers and kept over restarts.
 *
 * <p>Who wants to spend appends a reservation and reads on until its own record comes back: what stands before it in
 * the log decides, and every reader decides the same ({@link SpendingBook}). So a cap holds for all workers together,
 * with no lock and no leader. A worker that dies leaves its reservations spent until the day ends. Thread-safe.
 */
public final class SpendingLedger implements Spending, AutoCloseable {
    /** The topic; it is made when a tester with a paid catalogue first starts. */
    public static final String TOPIC = "rota.tester-spending";

    private static final Logger LOG = LoggerFactory.getLogger(SpendingLedger.class);
    private static final Duration KEPT = Duration.ofDays(8);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    private final Producer<byte[], byte[]> producer;
    private final Consumer<byte[], byte[]> consumer;
    private final SpendingBook book = new SpendingBook();
    private final Thread reader = Thread.ofVirtual().name("rota-spending").unstarted(this::follow);
    private long next;
    private volatile boolean closed;

    private SpendingLedger(Producer<byte[], byte[]> producer, Consumer<byte[], byte[]> consumer) {
        this.producer = producer;
        this.consumer = consumer;
    }

    /** Opens it if any of the catalogues is paid for. */
    public static Optional<SpendingLedger> ifPaid(List<CatalogueConfig> catalogues, KafkaSettings kafka) {
        return catalogues.stream().anyMatch(CatalogueConfig::paid) ? Optional.of(open(kafka)) : Optional.empty();
    }

    /** Opens it; makes the topic if it is not there. */
    public static SpendingLedger open(KafkaSettings kafka) {
        createTopic(kafka);
        SpendingLedger ledger = new SpendingLedger(
                new KafkaProducer<>(
                        kafka.clientWith(Map.of(
                                "client.id",
                                "rota-tester-spending",
                                "acks",
                                "all",
                                "enable.idempotence",
                                true,
                                "linger.ms",
                                0,
                                "delivery.timeout.ms",
                                Math.toIntExact(PATIENCE.toMillis()),
                                "request.timeout.ms",
                                10_000)),
                        new ByteArraySerializer(),
                        new ByteArraySerializer()),
                new KafkaConsumer<>(
                        kafka.clientWith(Map.of(
                                "client.id",
                                "rota-tester-spending",
                                "enable.auto.commit",
                                false,
                                "auto.offset.reset",
                                "earliest")),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()));
        ledger.consumer.assign(List.of(PARTITION));
        ledger.consumer.seekToBeginning(List.of(PARTITION));
        ledger.reader.start();
        return ledger;
    }

    private static void createTopic(KafkaSettings kafka) {
        NewTopic topic = new NewTopic(TOPIC, Optional.of(1), Optional.empty())
                .configs(Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(KEPT.toMillis())));
        try (Admin admin = Admin.create(kafka.clientWith(Map.of()))) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e.getCause() instanceof KafkaException refused ? refused : new KafkaException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    @Override
    public Grant reserve(String catalogue, double usd, double capUsd, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        SpendingEntry.Reserved entry =
                new SpendingEntry.Reserved(UUID.randomUUID().toString(), catalogue, day, usd, capUsd);
        try {
            long offset = append(entry)
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .offset();
            return decided(entry, offset);
        } catch (ExecutionException | TimeoutException e) {
            return new Grant.Unknown("the account of spending in " + TOPIC + " cannot be reached: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Grant.Unknown("interrupted");
        }
    }

    private synchronized Grant decided(SpendingEntry.Reserved entry, long offset)
            throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (next <= offset) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0 || closed) {
                throw new TimeoutException("not read back within " + PATIENCE.toSeconds() + " s");
            }
            wait(left);
        }
        return book.granted(entry)
                ? new Grant.Granted(entry)
                : new Grant.Refused(book.spent(entry.catalogue(), entry.day()));
    }

    /** Not waited for: an entry that is lost leaves more reserved than was spent. */
    @Override
    public void settle(Grant.Granted grant, double usedUsd) {
        var _ = append(grant.entry().settled(usedUsd));
    }

    private Future<RecordMetadata> append(SpendingEntry entry) {
        byte[] key = entry.catalogue().getBytes(StandardCharsets.UTF_8);
        return producer.send(new ProducerRecord<>(TOPIC, PARTITION.partition(), key, SpendingJson.write(entry)));
    }

    private void follow() {
        while (!closed) {
            try {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    take(record);
                }
            } catch (WakeupException | InterruptException e) {
                LOG.debug("spending not followed any longer", e);
                return;
            } catch (KafkaException e) {
                LOG.warn("spending cannot be read, tries again error={}", e.toString());
            }
        }
    }

    private synchronized void take(ConsumerRecord<byte[], byte[]> record) {
        SpendingJson.read(record.value())
                .ifPresentOrElse(
                        book::add, () -> LOG.warn("entry of spending cannot be read offset={}", record.offset()));
        next = record.offset() + 1;
        notifyAll();
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        try {
            reader.join(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        producer.close(PATIENCE);
        consumer.close();
    }
}
