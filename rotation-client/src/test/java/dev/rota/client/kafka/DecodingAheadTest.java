package dev.rota.client.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.client.Samples;
import dev.rota.domain.rotation.Rotation;
import dev.rota.runtime.batch.Batching;
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
    private final List<String> refused = new ArrayList<>();
    private final Thread caller = Thread.currentThread();

    @Test
    void recordsComeInTheirOrderAndOnTheCallersThread() {
        try (DecodingAhead<Rotation, ?> decoding = decoding(this::take)) {
            for (int batch = 0; batch < 40; batch++) {
                decoding.add(records(batch * 300, 300));
            }
            decoding.add(records(12_000, 1));
            decoding.finish();
        }
        assertThat(taken).isEqualTo(offsets(12_001));
        assertThat(decoders.get()).isBetween(1, Runtime.getRuntime().availableProcessors() + 1);
    }

    @Test
    void whatCannotBeReadIsToldAfterTheRestOfItsBatch() {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(records(0, 500));
        records.set(300, record(300, NONSENSE));
        try (DecodingAhead<Rotation, ?> decoding = decoding(this::take)) {
            decoding.add(records);
            decoding.add(records(500, 300));
            decoding.finish();
        }
        assertThat(refused).containsExactly("300 after 499");
        assertThat(taken).hasSize(799).endsWith(799L);
    }

    @Test
    void afterAFatalRefusalNothingMoreOfTheBatchIsRead() {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(records(0, 500));
        records.set(3, record(3, NONSENSE));
        try (DecodingAhead<Rotation, ?> decoding =
                new DecodingAhead<>(this::decoder, _ -> true, Batching.each(this::take), this::refuse)) {
            decoding.add(records);
            decoding.finish();
        }
        assertThat(taken).containsExactly(0L, 1L, 2L);
        assertThat(refused).containsExactly("3 after 2");
    }

    @Test
    void whatASinkThrowsReachesTheCaller() {
        Consumer<TopicRecord<Rotation>> full = _ -> {
            throw new IllegalStateException("no more room");
        };
        try (DecodingAhead<Rotation, ?> decoding = decoding(full)) {
            for (int batch = 0; batch < 3; batch++) {
                decoding.add(records(batch * 300, 300));
            }
            assertThatThrownBy(decoding::finish).hasMessage("no more room");
        }
    }

    @Test
    void batchesAreFilledWhereTheyAreDecodedAndTakenByTheCaller() {
        List<List<Long>> batches = new ArrayList<>();
        Batching<TopicRecord<Rotation>, List<Long>> batching =
                new Batching<>(ArrayList::new, (batch, record) -> batch.add(record.offset()), batch -> {
                    assertThat(Thread.currentThread()).isSameAs(caller);
                    batches.add(batch);
                });
        try (DecodingAhead<Rotation, ?> decoding =
                new DecodingAhead<>(this::decoder, _ -> false, batching, this::refuse)) {
            for (int batch = 0; batch < 20; batch++) {
                decoding.add(records(batch * 300, 300));
            }
            decoding.finish();
        }
        assertThat(batches).hasSize(20).allSatisfy(batch -> assertThat(batch).hasSize(300));
        assertThat(batches.stream().flatMap(List::stream).toList()).isEqualTo(offsets(6_000));
    }

    private DecodingAhead<Rotation, ?> decoding(Consumer<TopicRecord<Rotation>> sink) {
        return new DecodingAhead<>(this::decoder, _ -> false, Batching.each(sink), this::refuse);
    }

    private RecordDecoder<Rotation> decoder() {
        decoders.incrementAndGet();
        return new RecordDecoder<>(Topics.ROTATION, KAFKA);
    }

    private void take(TopicRecord<Rotation> record) {
        assertThat(Thread.currentThread()).isSameAs(caller);
        taken.add(record.offset());
    }

    private void refuse(Decoded.Refused<Rotation> one) {
        assertThat(Thread.currentThread()).isSameAs(caller);
        refused.add(one.record().offset() + " after " + taken.getLast());
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
