package dev.rota.launcher.history;

import dev.rota.domain.result.TestResult;
import dev.rota.json.JsonException;
import dev.rota.json.JsonForms;
import dev.rota.launcher.UserError;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/** A file of one result in JSON a line, plain or gzipped. Bad lines are accounted for, and the good ones used. */
public final class HistoryFile {
    /** Clocks of different machines differ; a result further ahead than this is from the future. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final int MAX_LINE = 1 << 20;

    private final Path file;
    private final Instant latest;
    private final BadLines bad = new BadLines();
    private final Set<String> ids = new HashSet<>();

    public HistoryFile(Path file, Clock clock) {
        this.file = file;
        this.latest = clock.instant().plus(TOLERANCE);
    }

    /** Its size in bytes, the measure of progress. */
    public long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Reads all lines.
     *
     * @param progress told now and then how many bytes are read; of a gzipped file, bytes of its contents
     * @return the lines that were not used
     */
    public BadLines read(Consumer<TestResult> sink, LongConsumer progress) {
        try (InputStream in = open()) {
            byte[] line = new byte[8_192];
            long number = 0;
            long bytes = 0;
            int length;
            Lines lines = new Lines(in, MAX_LINE);
            while ((length = lines.next()) >= 0) {
                number++;
                bytes += length + 1;
                line = lines.buffer();
                take(line, length, number, sink);
                if ((number & 0xfff) == 0) {
                    progress.accept(bytes);
                }
            }
            return bad;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void take(byte[] line, int length, long number, Consumer<TestResult> sink) {
        if (blank(line, length)) {
            return;
        }
        try {
            TestResult result = JsonForms.TEST_RESULT.read(line, 0, length);
            if (result.startedAt().isAfter(latest)) {
                bad.add(BadLines.Kind.FUTURE, number, "startedAt is " + result.startedAt());
            } else if (!ids.add(result.resultId())) {
                bad.add(BadLines.Kind.REPEATED, number, "resultId " + result.resultId());
            } else {
                sink.accept(result);
            }
        } catch (JsonException e) {
            bad.add(
                    e.getCause() != null ? BadLines.Kind.NOT_JSON : BadLines.Kind.NOT_A_RESULT,
                    number,
                    String.valueOf(e.getMessage()));
        }
    }

    private static boolean blank(byte[] line, int length) {
        for (int i = 0; i < length; i++) {
            if (line[i] > ' ') {
                return false;
            }
        }
        return true;
    }

    private InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(2);
        byte[] magic = in.readNBytes(2);
        in.reset();
        boolean gzip = Arrays.equals(magic, new byte[] {0x1f, (byte) 0x8b});
        return gzip ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private UserError unreadable(IOException e) {
        return UserError.usage(
                file + " cannot be read: " + (Files.exists(file) ? e.getMessage() : "there is no such file"));
    }
}
