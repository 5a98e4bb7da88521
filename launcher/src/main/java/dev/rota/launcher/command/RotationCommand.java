package dev.rota.launcher.command;

import dev.rota.client.kafka.TopicSnapshot;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.text.Nearest;
import dev.rota.json.JsonForms;
import dev.rota.launcher.Context;
import dev.rota.launcher.Rota;
import dev.rota.launcher.UserError;
import dev.rota.launcher.options.ConnectionOptions;
import dev.rota.launcher.terminal.RotationTable;
import dev.rota.schema.topic.Topics;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rotation",
        description = "The rotation now: which models to try, in order.",
        footer = {"", "Example: ./rota rotation speed --json"})
final class RotationCommand extends Subcommand {
    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "Which rotation. Default: ${DEFAULT-VALUE}.")
    private String name = "speed";

    @Option(names = "--json", description = "One JSON object, for programs.")
    private boolean json;

    RotationCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        Rotation rotation = connection
                .live(context(), "/api/rotations/" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .map(JsonForms.ROTATION::read)
                .orElseGet(() -> find(name, TopicSnapshot.read(Topics.ROTATION, connection.kafka(context()))));
        if (json) {
            print(JsonForms.ROTATION.write(rotation));
        } else {
            RotationTable.lines(rotation, context().clock().instant(), context().terminal())
                    .forEach(this::print);
        }
        return Rota.DONE;
    }

    /** The rotation of a name, or an error that offers the nearest. */
    static Rotation find(String name, Map<String, Rotation> rotations) {
        Rotation rotation = rotations.get(name);
        if (rotation == null) {
            String known = rotations.isEmpty()
                    ? "none has been published yet; a first one follows the first results"
                    : Nearest.to(name, rotations.keySet())
                            .map(nearest -> "did you mean \"" + nearest + "\"?")
                            .orElse("there are: " + String.join(", ", rotations.keySet()));
            throw UserError.failed("no rotation \"" + name + "\": " + known);
        }
        return rotation;
    }
}
