package dev.rota.launcher.command;

import dev.rota.client.kafka.TopicSnapshot;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.rotation.Rotation;
import dev.rota.export.ExportChoice;
import dev.rota.export.ExportException;
import dev.rota.export.ExportFormat;
import dev.rota.launcher.Context;
import dev.rota.launcher.Rota;
import dev.rota.launcher.UserError;
import dev.rota.launcher.export.ExportWatch;
import dev.rota.launcher.export.Exporter;
import dev.rota.launcher.options.ConnectionOptions;
import dev.rota.launcher.options.Endpoints;
import dev.rota.launcher.options.Sections;
import dev.rota.launcher.up.StopSignal;
import dev.rota.runtime.config.Settings;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description = {
            "The rotation as another tool's configuration: litellm (config.yaml), openhands (config.toml), openrouter (the"
                    + " models array of a request) or env (variables for a shell).",
            "Free models only, and never one that its catalogue dropped. Keys are only ever named, never written."
        },
        footer = {"", "Example: ./rota export litellm --watch litellm.yaml --run 'docker restart litellm'"})
final class ExportCommand extends Subcommand {
    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Parameters(index = "0", paramLabel = "FORMAT", description = "litellm, openhands, openrouter or env.")
    private String format = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME",
            description = "Which rotation. Default: ${DEFAULT-VALUE}.")
    private String name = "speed";

    @Option(names = "--allow-paid", description = "Models that cost money too.")
    private boolean allowPaid;

    @Option(names = "--allow-simulated", description = "The simulator's models too, to try things out.")
    private boolean allowSimulated;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many models.")
    private int limit = Integer.MAX_VALUE;

    @Option(
            names = "--watch",
            paramLabel = "FILE",
            description = "Write to this file, again whenever the models or their order change, until Ctrl-C.")
    private @Nullable Path watch;

    @Option(
            names = "--run",
            paramLabel = "CMD",
            description = "With --watch: run this in a shell each time the file has changed.")
    private @Nullable String run;

    ExportCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (run != null && watch == null) {
            throw UserError.usage("--run goes with --watch FILE: it is run when the file has changed");
        }
        if (limit < 1) {
            throw UserError.usage("--limit must be 1 or more, not " + limit);
        }
        Settings settings = connection.settings(context(), Map.of());
        KafkaSettings kafka = connection.kafka(context(), settings);
        Endpoints endpoints = Endpoints.read(settings, context(), connection);
        settings.check(Sections.of(Set.of("catalogues")), Sections.ALL);
        Exporter exporter = new Exporter(
                asked(), new ExportChoice(allowPaid, allowSimulated, limit), endpoints.byCatalogue(), context());
        return watch == null ? once(kafka, exporter) : watch(kafka, exporter, watch);
    }

    private ExportFormat asked() {
        try {
            return ExportFormat.named(format);
        } catch (ExportException e) {
            throw UserError.usage(String.valueOf(e.getMessage()));
        }
    }

    private int once(KafkaSettings kafka, Exporter exporter) {
        Aside<Map<String, ModelFacts>> facts = Aside.of(() -> TopicSnapshot.read(Topics.MODELS, kafka));
        Rotation rotation = RotationCommand.find(name, TopicSnapshot.read(Topics.ROTATION, kafka));
        try {
            String text = exporter.write(rotation, facts.get().values());
            context().terminal().out().print(text);
            return Rota.DONE;
        } catch (ExportException e) {
            throw UserError.failed(String.valueOf(e.getMessage()));
        }
    }

    private int watch(KafkaSettings kafka, Exporter exporter, Path file) throws InterruptedException {
        try (StopSignal stop = new StopSignal();
                ExportWatch export = new ExportWatch(name, exporter, file, run, kafka, context())) {
            export.start();
            while (!stop.await(Duration.ofHours(1))) {
                // The watch does the work.
            }
        }
        return Rota.DONE;
    }
}
