package dev.rota.schema.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.Failure;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.Fault;
import dev.rota.domain.result.Outcome;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.avro.AvroTypeException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestResultReaderTest {
    private final TestResultMapping mapping = new TestResultMapping();
    private final StraightReader<TestResult> reader = mapping.straight();

    @ParameterizedTest
    @ValueSource(longs = {71, 72, 73})
    void readsWhatTheEventSays(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            TestResult result = any(random, i);
            BinaryDecoder in = DecoderFactory.get().binaryDecoder(bytes(mapping.toEvent(result)), null);

            assertThat(reader.read(in)).isEqualTo(result);
            assertThat(in.isEnd()).isTrue();
        }
    }

    @Test
    void refusesWhatTheDomainRefuses() throws IOException {
        var event = mapping.toEvent(any(new Random(74), 0));
        event.put("latencyMs", -1L);
        byte[] bytes = bytes(event);

        assertThatThrownBy(() -> reader.read(DecoderFactory.get().binaryDecoder(bytes, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("latencyMs must be 0 or more, not -1");
    }

    @Test
    void bytesThatEndEarlyAreAnError() throws IOException {
        byte[] whole = bytes(mapping.toEvent(any(new Random(75), 0)));

        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> reader.read(DecoderFactory.get().binaryDecoder(part, null)))
                    .isInstanceOf(EOFException.class);
        }
    }

    /** As Avro's own reader does: a number that names nothing is no value, whatever follows it. */
    @Test
    void numbersThatNameNothingAreAnError() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, null);
        out.writeString("result-1");
        out.flush();
        int branch = bytes.size();
        out.writeIndex(0);
        out.writeString("openrouter/acme/one:free");
        out.flush();
        int source = bytes.size();
        out.writeEnum(0);
        out.writeIndex(0);
        out.writeIndex(0);
        out.writeLong(0);
        out.flush();
        int outcome = bytes.size();
        out.writeEnum(0);
        out.writeLong(900);
        for (int optional = 0; optional < 5; optional++) {
            out.writeIndex(0);
        }
        out.flush();
        byte[] good = bytes.toByteArray();
        assertThat(reader.read(DecoderFactory.get().binaryDecoder(good, null)).latencyMs())
                .isEqualTo(900);

        for (int at : new int[] {branch, source, outcome}) {
            byte[] bad = good.clone();
            bad[at] = 2 * 7; // seven, as Avro writes it
            assertThatThrownBy(() -> reader.read(DecoderFactory.get().binaryDecoder(bad, null)))
                    .isInstanceOf(AvroTypeException.class)
                    .hasMessageContaining("7");
        }
    }

    private static byte[] bytes(dev.rota.event.TestResult event) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, null);
        new SpecificDatumWriter<>(dev.rota.event.TestResult.class).write(event, out);
        out.flush();
        return bytes.toByteArray();
    }

    private static TestResult any(Random random, int number) {
        Outcome outcome = random.nextBoolean()
                ? new Outcome.Success(orNull(random, random::nextDouble))
                : new Outcome.Failed(new Failure(
                        any(random, FailureKind.class),
                        any(random, Fault.class),
                        orNull(random, () -> 400 + random.nextInt(200)),
                        orNull(random, () -> "code-" + random.nextInt(9)),
                        orNull(random, () -> "überlastet: " + random.nextInt(9)),
                        orNull(random, () -> random.nextLong(100_000))));
        return new TestResult(
                "result-" + number,
                orNull(random, () -> "probe-" + number),
                ModelId.parse("openrouter/acme/" + random.nextInt(30) + ":free"),
                any(random, Source.class),
                orNull(random, () -> "standard"),
                orNull(random, () -> "task-" + random.nextInt(4)),
                Instant.ofEpochMilli(random.nextLong(1L << 42)),
                outcome,
                random.nextLong(100_000),
                orNull(random, () -> random.nextLong(100_000)),
                orNull(random, () -> random.nextInt(100_000)),
                orNull(random, () -> "tester-1"));
    }

    private static <E extends Enum<E>> E any(Random random, Class<E> type) {
        List<E> all = List.copyOf(EnumSet.allOf(type));
        return all.get(random.nextInt(all.size()));
    }

    private static <T> @Nullable T orNull(Random random, Supplier<T> value) {
        return random.nextInt(3) == 0 ? null : value.get();
    }
}
