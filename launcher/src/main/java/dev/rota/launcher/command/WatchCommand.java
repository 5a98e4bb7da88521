package dev.rota.launcher.command;

import dev.rota.client.kafka.Start;
import dev.rota.client.kafka.TopicFollower;
import dev.rota.client.kafka.TopicListener;
import dev.rota.client.kafka.TopicRecord;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.json.JsonForms;
import dev.rota.launcher.Context;
import dev.rota.launcher.Rota;
import dev.rota.launcher.options.ConnectionOptions;
import dev.rota.launcher.options.Missing;
import dev.rota.launcher.terminal.RotationTable;
import dev.rota.launcher.up.StopSignal;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "watch",
        description = "The rotation as it changes: the snapshot now, then each new revision and why.",
        footer = {"", "Example: ./rota watch speed --json | jq .entries[0].model"})
final class WatchCommand extends Subcommand {
    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "Which rotation. Default: ${DEFAULT-VALUE}.")
    private String name = "speed";

    @Option(names = "--json", description = "One JSON object a line for each revision, for programs.")
    private boolean json;

    WatchCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws InterruptedException {
        KafkaSettings kafka = connection.kafka(context());
        try (StopSignal stop = new StopSignal();
                var changes = new TopicFollower<>(Topics.ROTATION_CHANGES, kafka, Start.tail(0), this::change);
                var rotations = new TopicFollower<>(Topics.ROTATION, kafka, Start.beginning(), new Revisions())) {
            if (!json) {
                changes.start();
            }
            rotations.start();
            while (!stop.await(Duration.ofHours(1))) {
                // The followers do the work.
            }
        }
        return Rota.DONE;
    }

    private synchronized void change(TopicRecord<RotationChange> record) {
        RotationChange change = record.value();
        if (change != null && change.name().equals(name)) {
            print("r" + change.revision() + " " + change.reason());
        }
    }

    private synchronized void show(Rotation rotation) {
        if (json) {
            print(JsonForms.ROTATION.write(rotation));
        } else {
            RotationTable.lines(rotation, context().clock().instant(), context().terminal())
                    .forEach(this::print);
        }
    }

    /** What is there before the watch begins is one snapshot, not a flood of old revisions. */
    private final class Revisions implements TopicListener<Rotation> {
        private boolean following;
        private final Set<String> names = new TreeSet<>();
        private @Nullable Rotation newest;

        @Override
        public void record(TopicRecord<Rotation> record) {
            Rotation rotation = record.value();
            names.add(record.key());
            if (rotation != null && rotation.name().equals(name)) {
                newest = rotation;
                if (following) {
                    show(rotation);
                }
            }
        }

        @Override
        public void caughtUp() {
            following = true;
            if (newest == null) {
                say(Missing.yet(name, names));
            } else {
                show(newest);
            }
        }

        @Override
        public void lost(String problem) {
            say(problem + "; trying again");
        }
    }
}
