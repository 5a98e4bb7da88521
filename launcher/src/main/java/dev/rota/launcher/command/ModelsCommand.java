package dev.rota.launcher.command;

import dev.rota.client.kafka.TopicSnapshot;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.standing.Standing;
import dev.rota.json.JsonForms;
import dev.rota.launcher.Context;
import dev.rota.launcher.Rota;
import dev.rota.launcher.options.ConnectionOptions;
import dev.rota.launcher.terminal.Figures;
import dev.rota.launcher.terminal.Table;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "models",
        description = "All models with what the evidence says of each, the best first.",
        footer = {"", "Example: ./rota models --json"})
final class ModelsCommand extends Subcommand {
    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--json", description = "A JSON array of standings, for programs.")
    private boolean json;

    @Option(names = "--retired", description = "Also those that their catalogues no longer have.")
    private boolean retired;

    ModelsCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        KafkaSettings kafka = connection.kafka(context());
        @Nullable
        Aside<Map<String, ModelFacts>> facts = json ? null : Aside.of(() -> TopicSnapshot.read(Topics.MODELS, kafka));
        List<Standing> standings = known(kafka).stream()
                .filter(standing -> retired || !standing.retired())
                .sorted(Comparator.comparing(
                                Standing::expectedTimeToSuccessMs, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Standing::model))
                .toList();
        if (facts == null) {
            print(JsonForms.STANDING.writeAll(standings));
            return Rota.DONE;
        }
        Table table = new Table(
                "model",
                ">time to success",
                ">success",
                ">p50",
                ">p95",
                ">quality",
                ">results",
                ">failing",
                "last",
                "state");
        Instant now = context().clock().instant();
        standings.forEach(standing -> row(table, standing, now));
        table.lines().forEach(this::print);
        tellUntested(facts.get(), standings);
        return Rota.DONE;
    }

    private Collection<Standing> known(KafkaSettings kafka) {
        return connection
                .live(context(), "/api/models")
                .<Collection<Standing>>map(JsonForms.STANDING::readAll)
                .orElseGet(() -> TopicSnapshot.read(Topics.STANDINGS, kafka).values());
    }

    private void tellUntested(Map<String, ModelFacts> models, List<Standing> standings) {
        long present =
                models.values().stream().filter(facts -> !facts.retired()).count();
        say(standings.size() + " models with evidence, " + present + " in the catalogues");
    }

    private static void row(Table table, Standing standing, Instant now) {
        table.row(
                standing.model().toString(),
                Figures.millis(standing.expectedTimeToSuccessMs()),
                Figures.percent(standing.successRate()),
                Figures.millis(standing.latencyP50Ms()),
                Figures.millis(standing.latencyP95Ms()),
                Figures.quality(standing.quality()),
                Long.toString(standing.observations()),
                Integer.toString(standing.consecutiveFailures()),
                standing.lastResultAt() == null ? "–" : Figures.ago(standing.lastResultAt(), now) + " ago",
                state(standing, now));
    }

    private static String state(Standing standing, Instant now) {
        @Nullable Instant retiredAt = standing.retiredAt();
        if (retiredAt != null) {
            return "retired " + Figures.ago(retiredAt, now) + " ago";
        }
        return standing.consecutiveFailures() > 0 && standing.lastFailureKind() != null
                ? standing.lastFailureKind().name()
                : "";
    }
}
