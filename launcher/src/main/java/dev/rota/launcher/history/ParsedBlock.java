package dev.rota.launcher.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.rota.domain.result.TestResult;
import dev.rota.json.JsonException;
import dev.rota.json.JsonForms;
import dev.rota.json.JsonLines;
import dev.rota.ranking.evidence.Admission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a block of lines holds.
 *
 * @param results the good lines' results, in order
 * @param numbers their lines, counted from 0 in the block
 * @param bad the other lines
 * @param lines how many lines the block has
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ParsedBlock(List<TestResult> results, int[] numbers, List<Bad> bad, int lines) {
    /** In bytes; only a block's first guess at how many lines it has. */
    private static final int USUAL_LINE = 250;

    /** A line that is no result. */
    record Bad(BadLines.Kind kind, int number, String reason) {}

    /** @param now the moment that tells what is from the future */
    static ParsedBlock of(LineBlocks.Block block, Instant now) {
        List<TestResult> results = new ArrayList<>(block.length() / USUAL_LINE);
        List<Bad> bad = new ArrayList<>();
        int[] numbers = new int[block.length() / USUAL_LINE + 1];
        int number = 0;
        int from = 0;
        try (JsonLines<TestResult> lines = JsonForms.TEST_RESULT.lines(block.bytes(), block.length())) {
            while (from < block.length()) {
                int to = lineEnd(block, from);
                if (!lines.blank(from, to)) {
                    Object parsed = parse(lines, from, to, number, now);
                    if (parsed instanceof TestResult result) {
                        if (results.size() == numbers.length) {
                            numbers = Arrays.copyOf(numbers, 2 * numbers.length);
                        }
                        numbers[results.size()] = number;
                        results.add(result);
                    } else {
                        bad.add((Bad) parsed);
                    }
                }
                number++;
                from = to + 1;
            }
        }
        return new ParsedBlock(results, numbers, bad, number);
    }

    private static Object parse(JsonLines<TestResult> lines, int from, int to, int number, Instant now) {
        try {
            TestResult result = lines.read(from, to);
            Optional<String> refusal = Admission.refusal(result, now);
            if (refusal.isEmpty()) {
                return result;
            }
            boolean future = result.startedAt().isAfter(now.plus(Admission.AHEAD));
            return new Bad(future ? BadLines.Kind.FUTURE : BadLines.Kind.IMPOSSIBLE, number, refusal.get());
        } catch (JsonException e) {
            BadLines.Kind kind = e.getCause() instanceof JsonProcessingException
                    ? BadLines.Kind.NOT_JSON
                    : BadLines.Kind.NOT_A_RESULT;
            return new Bad(kind, number, String.valueOf(e.getMessage()));
        }
    }

    private static int lineEnd(LineBlocks.Block block, int from) {
        int to = from;
        while (to < block.length() && block.bytes()[to] != '\n') {
            to++;
        }
        return to;
    }
}
