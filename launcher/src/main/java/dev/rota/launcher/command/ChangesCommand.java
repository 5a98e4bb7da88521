package dev.rota.launcher.command;

import dev.rota.client.kafka.Start;
import dev.rota.client.kafka.TopicSnapshot;
import dev.rota.domain.availability.Availability;
import dev.rota.domain.availability.AvailabilityEvent;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.domain.standing.Standing;
import dev.rota.gateway.view.ChangeLog;
import dev.rota.json.JsonForms;
import dev.rota.launcher.Context;
import dev.rota.launcher.Rota;
import dev.rota.launcher.UserError;
import dev.rota.launcher.options.ConnectionOptions;
import dev.rota.launcher.terminal.Table;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "changes",
        description = {
            "What changed in the rotations, and why; the newest last. Then which free models came, went, or will go.",
            "With --json only the rotations' changes; with --availability --json only what came and went."
        },
        footer = {"", "Example: ./rota changes --rotation speed --limit 20"})
final class ChangesCommand extends Subcommand {
    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--rotation", paramLabel = "NAME", description = "Only of this rotation.")
    private @Nullable String rotation;

    @Option(names = "--limit", paramLabel = "N", description = "Only the newest N. Default: ${DEFAULT-VALUE}.")
    private int limit = 50;

    @Option(names = "--availability", description = "Only which models came, went, or will go.")
    private boolean availability;

    @Option(
            names = "--since",
            defaultValue = "14d",
            paramLabel = "DURATION",
            converter = BacktestCommand.DurationConverter.class,
            description = "How far back models that came or went are told. Default: ${DEFAULT-VALUE}.")
    private Duration since = Duration.ofDays(14);

    @Option(names = "--json", description = "One JSON object a line, for programs.")
    private boolean json;

    ChangesCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw UserError.usage("--limit must be 1 or more, not " + limit);
        }
        KafkaSettings kafka = connection.kafka(context());
        @Nullable Aside<Availability> known = availability || !json ? Aside.of(() -> known(kafka)) : null;
        if (!availability) {
            tell(newest(kafka));
        }
        if (known != null) {
            tell(known.get());
        }
        return Rota.DONE;
    }

    private List<RotationChange> newest(KafkaSettings kafka) {
        String path = "/api/changes?limit=" + limit
                + (rotation == null ? "" : "&rotation=" + URLEncoder.encode(rotation, StandardCharsets.UTF_8));
        Optional<byte[]> live = limit > ChangeLog.KEPT ? Optional.empty() : connection.live(context(), path);
        return live.map(JsonForms.ROTATION_CHANGE::readAll).orElseGet(() -> newestOfTopic(kafka));
    }

    private List<RotationChange> newestOfTopic(KafkaSettings kafka) {
        List<RotationChange> changes = new ArrayList<>();
        TopicSnapshot.forEach(Topics.ROTATION_CHANGES, kafka, Start.beginning(), record -> {
            RotationChange change = record.value();
            if (change != null && (rotation == null || rotation.equals(change.name()))) {
                changes.add(change);
            }
        });
        if (rotation != null && changes.isEmpty()) {
            RotationCommand.find(rotation, TopicSnapshot.read(Topics.ROTATION, kafka));
        }
        return changes.subList(Math.max(0, changes.size() - limit), changes.size());
    }

    private void tell(List<RotationChange> newest) {
        if (json) {
            newest.forEach(change -> print(JsonForms.ROTATION_CHANGE.write(change)));
        } else {
            table(newest).lines().forEach(this::print);
        }
    }

    private static Availability known(KafkaSettings kafka) {
        Aside<Map<String, ModelFacts>> models = Aside.of(() -> TopicSnapshot.read(Topics.MODELS, kafka));
        Map<String, Standing> standings = TopicSnapshot.read(Topics.STANDINGS, kafka);
        return new Availability(models.get().values(), standings.values());
    }

    private void tell(Availability known) {
        Instant now = context().clock().instant();
        List<AvailabilityEvent> events = known.events(Availability::freeText, now.minus(since), now);
        if (json) {
            events.forEach(event -> print(JsonForms.AVAILABILITY.write(event)));
        } else if (!events.isEmpty()) {
            if (!availability) {
                print("");
            }
            Table table = new Table("at", "model", "in its catalogue");
            events.forEach(
                    event -> table.row(event.at().toString(), event.model().toString(), event.sentence(now)));
            table.lines().forEach(this::print);
        }
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
