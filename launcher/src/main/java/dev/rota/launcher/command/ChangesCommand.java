package dev.rota.launcher.command;

import dev.rota.client.kafka.Start;
import dev.rota.client.kafka.TopicSnapshot;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.json.JsonForms;
import dev.rota.launcher.Context;
import dev.rota.launcher.Rota;
import dev.rota.launcher.options.ConnectionOptions;
import dev.rota.launcher.terminal.Table;
import dev.rota.schema.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "changes",
        description = "What changed in the rotations, and why; the newest last.",
        footer = {"", "Example: ./rota changes --rotation speed --limit 20"})
final class ChangesCommand extends Subcommand {
    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--rotation", paramLabel = "NAME", description = "Only of this rotation.")
    private @Nullable String rotation;

    @Option(names = "--limit", paramLabel = "N", description = "Only the newest N. Default: ${DEFAULT-VALUE}.")
    private int limit = 50;

    @Option(names = "--json", description = "One JSON object a line, for programs.")
    private boolean json;

    ChangesCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        List<RotationChange> changes = new ArrayList<>();
        TopicSnapshot.forEach(Topics.ROTATION_CHANGES, connection.kafka(context()), Start.beginning(), record -> {
            RotationChange change = record.value();
            if (change != null && (rotation == null || rotation.equals(change.name()))) {
                changes.add(change);
            }
        });
        List<RotationChange> newest = changes.subList(Math.max(0, changes.size() - limit), changes.size());
        if (json) {
            newest.forEach(change -> print(JsonForms.ROTATION_CHANGE.write(change)));
        } else {
            table(newest).lines().forEach(this::print);
        }
        return Rota.DONE;
    }

    private static Table table(List<RotationChange> changes) {
        Table table = new Table("at", "rotation", ">rev", "what", "model", "place", "why");
        for (RotationChange change : changes) {
            table.row(
                    change.at().toString(),
                    change.name(),
                    Long.toString(change.revision()),
                    change.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    change.model().toString(),
                    place(change.fromPosition()) + "→" + place(change.toPosition()),
                    change.reason());
        }
        return table;
    }

    private static String place(@Nullable Integer position) {
        return position == null ? "–" : Integer.toString(position);
    }
}
