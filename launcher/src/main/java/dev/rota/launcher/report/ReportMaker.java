package dev.rota.launcher.report;

import dev.rota.launcher.UserError;
import dev.rota.launcher.history.HistoryInput;
import dev.rota.launcher.terminal.ProgressBar;
import dev.rota.launcher.terminal.ReadingBar;
import dev.rota.launcher.terminal.Terminal;
import dev.rota.ranking.policy.Policy;
import dev.rota.report.Period;
import dev.rota.report.Range;
import dev.rota.report.ReportBuilder;
import dev.rota.report.content.Report;
import dev.rota.runtime.kafka.KafkaSettings;
import java.nio.file.Path;

/** Makes the discovery report of one rotation. */
public final class ReportMaker {
    private final Policy policy;
    private final Range range;

    public ReportMaker(Policy policy, Range range) {
        this.policy = policy;
        this.range = range;
    }

    /** From a file of results. */
    public Report ofFile(Path file, HistoryInput history, Terminal terminal) {
        return make(PastEvents.ofFile(file, history), terminal);
    }

    /** From the topics. */
    public Report ofTopics(KafkaSettings kafka, Terminal terminal) {
        PastEvents past;
        try (ReadingBar bar = new ReadingBar(terminal, "reading results")) {
            past = PastEvents.ofTopics(kafka, bar);
        }
        // Not before the bar is off the screen.
        past.leftOut().sentences().forEach(terminal.err()::println);
        return make(past, terminal);
    }

    private Report make(PastEvents past, Terminal terminal) {
        long all = Math.max(1, past.log().size());
        try (ProgressBar bar = new ProgressBar(terminal.err(), terminal.live(), "ranking results", all)) {
            return make(past, (done, _) -> bar.show(done, ""));
        }
    }

    Report make(PastEvents past, Reconstruction.Progress progress) {
        Period period = Period.of(range, past.input().results());
        if (period == null) {
            throw UserError.failed("there are no results" + (range.to() == null ? " yet" : " until " + range.to())
                    + " to report on: start ./rota up, bring history in with ./rota import FILE, or read it with"
                    + " --input FILE");
        }
        return ReportBuilder.build(past.input(), new Reconstruction(past, policy).rank(period, progress), period);
    }
}
