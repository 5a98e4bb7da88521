package dev.rota.launcher.command;

import dev.rota.client.kafka.Start;
import dev.rota.client.kafka.TopicSnapshot;
import dev.rota.domain.result.TestResult;
import dev.rota.json.JsonForms;
import dev.rota.launcher.Context;
import dev.rota.launcher.Rota;
import dev.rota.launcher.options.ConnectionOptions;
import dev.rota.launcher.terminal.Figures;
import dev.rota.launcher.terminal.ReadingBar;
import dev.rota.schema.topic.Topics;
import java.io.PrintStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "history",
        description = "All results, the oldest of each partition first.",
        footer = {"", "Example: ./rota history --json > history.jsonl"})
final class HistoryCommand extends Subcommand {
    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--json", description = "One JSON object a line, as ./rota import reads them.")
    private boolean json;

    HistoryCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        PrintStream out = context().terminal().out();
        long unreadable;
        try (ReadingBar bar = new ReadingBar(context().terminal(), "reading results")) {
            unreadable = TopicSnapshot.forEach(
                    Topics.TEST_RESULTS,
                    connection.kafka(context()),
                    Start.beginning(),
                    record -> {
                        TestResult result = record.value();
                        if (result != null) {
                            out.println(json ? JsonForms.TEST_RESULT.write(result) : line(result));
                        }
                    },
                    // In a terminal the results themselves show how far it is, and a bar would be drawn among them.
                    context().terminal().live() ? (_, _) -> {} : bar);
        }
        if (unreadable > 0) {
            say(unreadable + " records could not be read; --verbose names them");
            return Rota.FAILED;
        }
        return Rota.DONE;
    }

    private static String line(TestResult result) {
        var failure = result.failure();
        return result.startedAt() + "  " + result.model() + "  " + (result.task() == null ? "–" : result.task()) + "  "
                + Figures.millis((double) result.latencyMs()) + "  "
                + (failure == null
                        ? "ok " + Figures.quality(result.quality())
                        : failure.kind().name());
    }
}
