package dev.rota.launcher.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.rota.domain.result.TestResult;
import dev.rota.json.JsonException;
import dev.rota.json.JsonForms;
import dev.rota.json.JsonLines;
import dev.rota.ranking.evidence.Admission;
import dev.rota.runtime.batch.Batching;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a block of lines holds.
 *
 * @param batch the good lines' results, gathered in their order
 * @param good which lines those are
 * @param bad the other lines
 * @param lines how many lines the block has
 * @param <B> what gathers results
 */
record ParsedBlock<B>(B batch, GoodLines good, List<Bad> bad, int lines) {
    /** In bytes; only a block's first guess at how many lines it has. */
    private static final int USUAL_LINE = 250;

    /** A line that is no result. */
    record Bad(BadLines.Kind kind, int number, String reason) {}

    /** @param now the moment that tells what is from the future */
    static <B> ParsedBlock<B> of(LineBlocks.Block block, Instant now, Batching<TestResult, B> batching) {
        B batch = batching.begin().get();
        GoodLines good = new GoodLines(block.length() / USUAL_LINE);
        List<Bad> bad = new ArrayList<>();
        int number = 0;
        int from = 0;
        try (JsonLines<TestResult> lines = JsonForms.TEST_RESULT.lines(block.bytes(), block.length())) {
            while (from < block.length()) {
                int to = lineEnd(block, from);
                if (!lines.blank(from, to)) {
                    Object parsed = parse(lines, from, to, number, now);
                    if (parsed instanceof TestResult result) {
                        good.add(number, result);
                        batching.add().accept(batch, result);
                    } else {
                        bad.add((Bad) parsed);
                    }
                }
                number++;
                from = to + 1;
            }
        }
        return new ParsedBlock<>(batch, good, bad, number);
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
