package dev.rota.launcher.history;

import dev.rota.domain.result.TestResult;
import dev.rota.launcher.UserError;
import dev.rota.runtime.batch.Batching;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/**
 * A file of one result in JSON a line, plain or gzipped. Bad lines are accounted for, and the good ones used. As many
 * threads parse as there are cores; results come in the order of the file all the same.
 */
public final class HistoryFile {
    private static final int MAX_LINE = 1 << 20;
    private static final int BLOCK = 1 << 21;

    private final Path file;
    private final Instant now;
    private final BadLines bad = new BadLines();
    private final IdSet ids = new IdSet();
    private long line = 1;

    public HistoryFile(Path file, Clock clock) {
        this.file = file;
        this.now = clock.instant();
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
     * @param sink takes each good line's result, repeated ones too, on the calling thread
     * @param progress told now and then how many bytes are read; of a gzipped file, bytes of its contents
     * @return the lines that were not used, or were used before
     */
    public BadLines read(Consumer<TestResult> sink, LongConsumer progress) {
        return read(Batching.each(sink), progress);
    }

    /**
     * Reads all lines.
     *
     * @param batching gathers each good line's result, repeated ones too
     * @param progress told now and then how many bytes are read; of a gzipped file, bytes of its contents
     * @return the lines that were not used, or were used before
     */
    public <B> BadLines read(Batching<TestResult, B> batching, LongConsumer progress) {
        int threads = Runtime.getRuntime().availableProcessors();
        try (InputStream in = open();
                ExecutorService parsers = Executors.newFixedThreadPool(
                        threads,
                        Thread.ofPlatform().name("history-", 0).daemon().factory())) {
            LineBlocks blocks = new LineBlocks(in, BLOCK, MAX_LINE);
            Deque<Future<ParsedBlock<B>>> parsing = new ArrayDeque<>();
            LineBlocks.Block block;
            while ((block = blocks.next()) != null) {
                LineBlocks.Block lines = block;
                parsing.add(parsers.submit(() -> ParsedBlock.of(lines, now, batching)));
                if (parsing.size() > threads) {
                    take(parsing.remove(), batching);
                    progress.accept(blocks.position());
                }
            }
            while (!parsing.isEmpty()) {
                take(parsing.remove(), batching);
            }
            progress.accept(blocks.position());
            return bad;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private <B> void take(Future<ParsedBlock<B>> parsed, Batching<TestResult, B> batching) {
        ParsedBlock<B> block = await(parsed);
        block.bad().forEach(found -> bad.add(found.kind(), line + found.number(), found.reason()));
        block.good().forEach((number, fingerprint, id) -> {
            if (!ids.add(fingerprint)) {
                bad.add(BadLines.Kind.REPEATED, line + number, "resultId " + id);
            }
        });
        batching.take().accept(block.batch());
        line += block.lines();
    }

    private static <B> ParsedBlock<B> await(Future<ParsedBlock<B>> parsed) {
        try {
            return parsed.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("parsing failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UserError.failed("interrupted while reading");
        }
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
