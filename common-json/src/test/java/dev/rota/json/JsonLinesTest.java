package dev.rota.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.domain.result.TestResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lines read one after the other are told the same as each read alone, whatever stands beside them. */
class JsonLinesTest {
    private static final String GOOD = JsonForms.TEST_RESULT.write(Samples.SUCCESS);
    private static final String OTHER = JsonForms.TEST_RESULT.write(Samples.FAILURE);

    private static final List<String> LINES = List.of(
            GOOD,
            OTHER,
            "  " + GOOD + " \t\r",
            GOOD + OTHER,
            GOOD + ",",
            GOOD.substring(0, GOOD.length() - 1),
            GOOD.substring(0, GOOD.length() / 2),
            GOOD.substring(1),
            "}",
            "[" + GOOD + "]",
            "null",
            "7",
            "\"",
            "{",
            "{}",
            "{\"model\":[null]}",
            GOOD.replace("\"model\"", "\"mode\""),
            GOOD.replace("{", "{\"unknown\":{\"deep\":[1,{}]},"),
            "\u00e9\u20ac");

    @Test
    void eachIsReadAsIfAlone() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<String> lines = Stream.generate(() -> LINES.get(random.nextInt(LINES.size())))
                    .limit(20)
                    .toList();

            assertThat(together(lines))
                    .as("seed %d", seed)
                    .isEqualTo(lines.stream().map(JsonLinesTest::alone).toList());
        }
    }

    private static List<Object> together(List<String> lines) {
        byte[] buffer = (String.join("\n", lines) + "\nbeyond").getBytes(StandardCharsets.UTF_8);
        List<Object> told = new ArrayList<>();
        int from = 0;
        try (JsonLines<TestResult> reader = JsonForms.TEST_RESULT.lines(buffer, buffer.length - "beyond".length())) {
            for (String line : lines) {
                int to = from + line.getBytes(StandardCharsets.UTF_8).length;
                told.add(told(reader, from, to));
                from = to + 1;
            }
        }
        return told;
    }

    private static Object told(JsonLines<TestResult> reader, int from, int to) {
        try {
            return reader.read(from, to);
        } catch (JsonException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Object alone(String line) {
        try {
            return JsonForms.TEST_RESULT.read(line);
        } catch (JsonException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
