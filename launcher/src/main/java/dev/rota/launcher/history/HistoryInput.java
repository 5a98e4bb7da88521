package dev.rota.launcher.history;

import dev.rota.domain.result.TestResult;
import dev.rota.launcher.Context;
import dev.rota.launcher.Rota;
import dev.rota.launcher.terminal.ProgressBar;
import dev.rota.runtime.batch.Batching;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads history from a file for a command: with a progress bar, and a word on every kind of bad line. */
public final class HistoryInput {
    private final Context context;
    private final boolean skipBad;
    private int exitCode = Rota.DONE;

    /** @param skipBad whether bad lines are no failure */
    public HistoryInput(Context context, boolean skipBad) {
        this.context = context;
        this.skipBad = skipBad;
    }

    /** All good results of a file. */
    public List<TestResult> all(Path file) {
        List<TestResult> results = new ArrayList<>();
        each(file, results::add);
        return results;
    }

    /** Each good result of a file, in the file's order. */
    public void each(Path file, Consumer<TestResult> sink) {
        read(file, Batching.each(sink));
    }

    /** Gathers the good results of a file. */
    public void read(Path file, Batching<TestResult, ?> batching) {
        HistoryFile history = new HistoryFile(file, context.clock());
        BadLines bad;
        long size = Math.max(1, history.size() / 1024);
        try (ProgressBar bar =
                new ProgressBar(context.terminal().err(), context.terminal().live(), "reading kB", size)) {
            bad = history.read(batching, bytes -> bar.show(Math.min(size, bytes / 1024), ""));
        }
        bad.sentences(file.toString()).forEach(context.terminal().err()::println);
        if (bad.lossy() && !skipBad) {
            context.terminal().err().println("the good lines were used; --skip-bad makes this no failure");
            exitCode = Rota.FAILED;
        }
    }

    /** {@link Rota#FAILED} if lines were bad and that matters. */
    public int exitCode() {
        return exitCode;
    }
}
