package dev.rota.launcher.history;

import dev.rota.ranking.evidence.ResultLog;
import dev.rota.runtime.batch.Batching;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;

/**
 * Writes a history if it is not there, and prints how many lines a second are read into a log. Arguments: file, number
 * of lines, number of models, days they are spread over, rounds.
 */
final class HistoryFileThroughput {
    private HistoryFileThroughput() {}

    static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        if (!Files.exists(file)) {
            write(file, Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        }
        for (int round = 0; round < Integer.parseInt(args[4]); round++) {
            ResultLog log = new ResultLog();
            long begin = System.nanoTime();
            new HistoryFile(file, Clock.systemUTC())
                    .read(new Batching<>(log::part, ResultLog.Part::add, log::append), _ -> {});
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    Locale.ROOT, "%d lines, %.2f s, %.0f lines/s%n", log.size(), seconds, log.size() / seconds);
        }
    }

    private static void write(Path file, int count, int models, int days) throws IOException {
        Random random = new Random(1);
        Instant begin = Instant.parse("2026-03-01T00:00:00Z");
        long stepMs = days * 86_400_000L / count;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < count; i++) {
                int model = random.nextInt(models);
                boolean failed = random.nextInt(20) < 1 + model % 13;
                out.write("{\"resultId\":\"p" + i + "/reply/1\",\"probeId\":\"p" + i
                        + "\",\"model\":\"openrouter/family" + model % 17 + "/model-" + model
                        + ":free\",\"source\":\"PROBE\",\"suite\":\"standard\",\"task\":\"reply\",\"startedAt\":\""
                        + begin.plusMillis(i * stepMs) + "\",\"outcome\":\"" + (failed ? "FAILURE" : "SUCCESS")
                        + "\",\"latencyMs\":" + (500 + model % 29 * 200 + random.nextInt(3_000))
                        + (failed
                                ? ",\"failure\":{\"kind\":\"OVERLOADED\",\"fault\":\"MODEL\",\"httpStatus\":503}"
                                : ",\"firstTokenMs\":400,\"outputTokens\":120,\"quality\":0.8")
                        + ",\"worker\":\"tester-1\"}\n");
            }
        }
    }
}
