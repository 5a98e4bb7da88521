package dev.rota.client.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.client.Samples;
import dev.rota.domain.rotation.Rotation;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

class DecodingAheadTest {
    private static final KafkaSettings KAFKA = KafkaSettings.of("nowhere:1", "mock://decoding-ahead");
    private static final byte[] NONSENSE = "nonsense".getBytes(StandardCharsets.UTF_8);

    private final Serializer<Rotation> values =
            Topics.ROTATION.valueSerde(KAFKA.registry()).serializer();
    private final AtomicInteger decoders = new AtomicInteger();
    private final List<Long> taken = new ArrayList<>();
    private final Thread caller = Thread.currentThread();

    @Test
    void recordsComeInTheirOrderAndOnTheCallersThread() {
        try (DecodingAhead<Rotation> decoding = decoding()) {
            for (int batch = 0; batch < 40; batch++) {
                decoding.add(records(batch * 300, 300), this::take);
            }
            decoding.add(records(12_000, 1), this::take);
            decoding.finish(this::take);
        }
        assertThat(taken).isEqualTo(offsets(12_001));
        assertThat(decoders.get()).isBetween(1, Runtime.getRuntime().availableProcessors() + 1);
    }

    @Test
    void whatCannotBeReadIsToldAtItsPlace() {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(records(0, 500));
        records.set(300, record(300, NONSENSE));
        List<String> refused = new ArrayList<>();
        try (DecodingAhead<Rotation> decoding = decoding()) {
            Consumer<Decoded<Rotation>> sink = decoded -> {
                if (decoded instanceof Decoded.Refused<Rotation> one) {
                    refused.add(one.record().offset() + " after " + taken.getLast());
                } else {
                    take(decoded);
                }
            };
            decoding.add(records, sink);
            decoding.finish(sink);
        }
        assertThat(refused).containsExactly("300 after 299");
        assertThat(taken).hasSize(499).endsWith(499L);
    }

    @Test
    void afterAFatalRefusalNothingMoreOfTheBatchIsRead() {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(records(0, 500));
        records.set(3, record(3, NONSENSE));
        List<Decoded<Rotation>> all = new ArrayList<>();
        try (DecodingAhead<Rotation> decoding = new DecodingAhead<>(this::decoder, _ -> true)) {
            decoding.add(records, all::add);
            decoding.finish(all::add);
        }
        assertThat(all).hasSize(4).last().isInstanceOf(Decoded.Refused.class);
    }

    @Test
    void whatASinkThrowsReachesTheCaller() {
        try (DecodingAhead<Rotation> decoding = decoding()) {
            for (int batch = 0; batch < 3; batch++) {
                decoding.add(records(batch * 300, 300), this::take);
            }
            assertThatThrownBy(() -> decoding.finish(_ -> {
                        throw new IllegalStateException("no more room");
                    }))
                    .hasMessage("no more room");
        }
    }

    private DecodingAhead<Rotation> decoding() {
        return new DecodingAhead<>(this::decoder, _ -> false);
    }

    private RecordDecoder<Rotation> decoder() {
        decoders.incrementAndGet();
        return new RecordDecoder<>(Topics.ROTATION, KAFKA);
    }

    private void take(Decoded<Rotation> decoded) {
        assertThat(Thread.currentThread()).isSameAs(caller);
        if (decoded instanceof Decoded.Read<Rotation>(TopicRecord<Rotation> record)) {
            taken.add(record.offset());
        }
    }

    private List<ConsumerRecord<String, byte[]>> records(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> record(i, values.serialize(Topics.ROTATION.name(), Samples.rotation("speed", i + 1))))
                .toList();
    }

    private static ConsumerRecord<String, byte[]> record(int offset, byte[] value) {
        return new ConsumerRecord<>(Topics.ROTATION.name(), 0, offset, "speed", value);
    }

    private static List<Long> offsets(int count) {
        return IntStream.range(0, count).mapToObj(Long::valueOf).toList();
    }
}
