package dev.rota.ranking.bench;

import dev.rota.ranking.evidence.Evidence;
import dev.rota.ranking.evidence.EvidenceCodec;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.nio.file.Files;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The same evidence kept in the store that Streams makes by default, with its cache, exactly once: arguments are the
 * broker's address, the number of its results, and the commit interval in ms.
 */
final class PlainStoreThroughput {
    private PlainStoreThroughput() {}

    static void main(String[] args) throws Exception {
        KafkaSettings kafka = KafkaSettings.of(args[0], BenchBroker.REGISTRY);
        SchemaIds.register(kafka);
        LongAdder done = new LongAdder();
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(
                        Topics.TEST_RESULTS.name(),
                        Consumed.with(Serdes.String(), Topics.TEST_RESULTS.valueSerde(kafka.registry())))
                .groupByKey(Grouped.as("by-model"))
                .aggregate(
                        Evidence::empty,
                        (_, result, evidence) -> {
                            done.increment();
                            return evidence.with(result);
                        },
                        Materialized.<String, Evidence, KeyValueStore<Bytes, byte[]>>as("evidence")
                                .withKeySerde(Serdes.String())
                                .withValueSerde(Serdes.serdeFrom(
                                        (_, evidence) -> EvidenceCodec.encode(evidence),
                                        (_, bytes) -> bytes == null ? null : EvidenceCodec.decode(bytes))));
        try (KafkaStreams streams = new KafkaStreams(builder.build(), settings(kafka, args[2]))) {
            streams.start();
            Progress.watch("plain cached store, commit " + args[2] + " ms", Long.parseLong(args[1]), done::sum);
        }
    }

    private static Properties settings(KafkaSettings kafka, String commitMs) throws Exception {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "plain-" + UUID.randomUUID());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitMs);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
        settings.put(
                StreamsConfig.STATE_DIR_CONFIG,
                Files.createTempDirectory("plain-bench").toString());
        settings.put("auto.offset.reset", "earliest");
        settings.putAll(kafka.client());
        return settings;
    }
}
