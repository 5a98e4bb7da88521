package dev.rota.launcher.command;

import dev.rota.client.kafka.TopicSnapshot;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.json.JsonForms;
import dev.rota.launcher.Context;
import dev.rota.launcher.UserError;
import dev.rota.launcher.history.HistoryInput;
import dev.rota.launcher.history.ReplayWindow;
import dev.rota.launcher.history.RotationDiff;
import dev.rota.launcher.history.TopicHistory;
import dev.rota.launcher.options.ConnectionOptions;
import dev.rota.launcher.options.Policies;
import dev.rota.launcher.terminal.ProgressBar;
import dev.rota.launcher.terminal.ReadingBar;
import dev.rota.launcher.terminal.RotationTable;
import dev.rota.ranking.evidence.ResultLog;
import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.replay.Replay;
import dev.rota.ranking.replay.ReplayListener;
import dev.rota.ranking.standing.Estimator;
import dev.rota.runtime.batch.Batching;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "replay",
        description = {
            "Rebuild a rotation from history: what it was at a moment, or what it would have been under another policy.",
            "Times are ISO 8601 (2026-08-22 or 2026-08-22T10:00:00Z) or ages (7d). Results before --from count as evidence;"
                    + " only what is shown begins there."
        },
        footer = {"", "Example: ./rota replay --input history.jsonl --policy quality --from 7d --changes"})
final class ReplayCommand extends Subcommand {
    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--input",
            paramLabel = "FILE",
            description = "History: one result in JSON a line. Default: the topic.")
    private @Nullable Path input;

    @Option(names = "--from", paramLabel = "TIME", description = "Show what happened from here on.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Leave out results that start later.")
    private @Nullable String to;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "The rotation as it was then; the same as --to without --from.")
    private @Nullable String at;

    @Option(names = "--policy", paramLabel = "FILE|NAME", description = "Policy to use. Default: that of --rotation.")
    private @Nullable String policy;

    @Option(names = "--rotation", paramLabel = "NAME", description = "Which stock rotation. Default: ${DEFAULT-VALUE}.")
    private String rotation = "speed";

    @Option(names = "--changes", description = "Each change instead of the rotation at the end.")
    private boolean changes;

    @Option(names = "--diff", paramLabel = "FILE", description = "Compare the rotation with one saved by --json.")
    private @Nullable Path diff;

    @Option(names = "--skip-bad", description = "Bad lines are no failure.")
    private boolean skipBad;

    @Option(names = "--json", description = "JSON: the rotation, or with --changes one change a line.")
    private boolean json;

    ReplayCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        ReplayWindow window = ReplayWindow.of(from, to, at, context().clock());
        Policy chosen = policy == null ? Policies.rotation(rotation) : Policies.policy(policy);
        // Before the history is read, which may take long.
        @Nullable Rotation before = diff == null ? null : saved(diff);
        HistoryInput history = new HistoryInput(context(), skipBad);
        ResultLog log = new ResultLog();
        Collection<ModelFacts> facts = load(log, history);
        List<RotationChange> seen = new ArrayList<>();
        @Nullable Rotation last = replay(chosen, facts, log, window, seen);
        if (changes) {
            seen.forEach(change -> print(json ? JsonForms.ROTATION_CHANGE.write(change) : line(change)));
        } else if (last == null) {
            throw UserError.failed("the history holds no results"
                    + (window.until() == null ? "" : " until " + window.until()) + ", so there is no rotation");
        } else {
            show(last, before);
        }
        return history.exitCode();
    }

    private Collection<ModelFacts> load(ResultLog log, HistoryInput history) {
        Path file = input;
        if (file != null) {
            history.read(file, new Batching<>(log::part, ResultLog.Part::add, log::append));
            return List.of();
        }
        KafkaSettings kafka = connection.kafka(context());
        List<String> leftOut;
        try (ReadingBar bar = new ReadingBar(context().terminal(), "reading results")) {
            leftOut = TopicHistory.read(log, kafka, bar);
        }
        // Not before the bar is off the screen.
        leftOut.forEach(context().terminal().err()::println);
        return TopicSnapshot.read(Topics.MODELS, kafka).values();
    }

    private @Nullable Rotation replay(
            Policy chosen,
            Collection<ModelFacts> facts,
            ResultLog log,
            ReplayWindow window,
            List<RotationChange> seen) {
        long all = Math.max(1, log.size());
        Rotation[] last = new Rotation[1];
        try (ProgressBar bar =
                new ProgressBar(context().terminal().err(), context().terminal().live(), "replaying", all)) {
            new Replay(List.of(chosen), Estimator.standard(), facts).run(log, window.until(), new ReplayListener() {
                @Override
                public void published(Rotation published, Supplier<List<RotationChange>> why) {
                    last[0] = published;
                    if (changes && window.shows(published.computedAt())) {
                        seen.addAll(why.get());
                    }
                }

                @Override
                public void progress(long done, long of) {
                    bar.show(done, "");
                }
            });
        }
        return last[0];
    }

    private void show(Rotation last, @Nullable Rotation before) {
        if (before != null) {
            RotationDiff.lines(before, last).forEach(this::print);
        } else if (json) {
            print(JsonForms.ROTATION.write(last));
        } else {
            RotationTable.lines(last, context().clock().instant(), context().terminal())
                    .forEach(this::print);
        }
    }

    private static Rotation saved(Path file) {
        try {
            return JsonForms.ROTATION.read(Files.readString(file));
        } catch (NoSuchFileException _) {
            throw UserError.usage("--diff: there is no file " + file + "; make one with ./rota replay --json");
        } catch (IOException | IllegalArgumentException e) {
            throw UserError.usage(
                    "--diff: " + file + " holds no rotation as ./rota replay --json writes it: " + e.getMessage());
        }
    }

    private static String line(RotationChange change) {
        return change.at() + "  r" + change.revision() + "  " + change.kind() + "  " + change.model() + "  "
                + change.reason();
    }
}
