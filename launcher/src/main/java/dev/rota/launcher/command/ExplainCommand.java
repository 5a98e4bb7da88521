package dev.rota.launcher.command;

import dev.rota.client.kafka.Start;
import dev.rota.client.kafka.TopicSnapshot;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.ChangeKind;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.domain.standing.Standing;
import dev.rota.gateway.view.ChangeLog;
import dev.rota.json.JsonForm;
import dev.rota.json.JsonForms;
import dev.rota.launcher.Context;
import dev.rota.launcher.Rota;
import dev.rota.launcher.explain.ExplanationJson;
import dev.rota.launcher.explain.ExplanationText;
import dev.rota.launcher.options.ConnectionOptions;
import dev.rota.launcher.options.KnownModels;
import dev.rota.launcher.options.Sections;
import dev.rota.ranking.explain.Explanation;
import dev.rota.ranking.explain.Published;
import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.service.RankingConfig;
import dev.rota.runtime.config.Settings;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        description = {
            "Why a model stands where it does, in each rotation: its index and the parts of it, the evidence that counts"
                    + " and that was set aside, the rule that keeps it out or down, and what would move it up.",
            "Policies are read from the configuration, as the ranking reads them."
        },
        footer = {"", "Example: ./rota explain openrouter/meta-llama/llama-3.3-70b-instruct:free"})
final class ExplainCommand extends Subcommand {
    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Parameters(
            paramLabel = "MODEL",
            description = "<catalogue>/<the provider's own id>, or a part of it that no other model has.")
    private String model = "";

    @Option(names = "--rotation", paramLabel = "NAME", description = "Only in this rotation.")
    private @Nullable String rotation;

    @Option(names = "--json", description = "One JSON object, for programs.")
    private boolean json;

    ExplainCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        Settings settings = connection.settings(context(), Map.of());
        KafkaSettings kafka = connection.kafka(context(), settings);
        List<Policy> policies = RankingConfig.read(settings).policies();
        settings.check(Sections.of(RankingConfig.SECTIONS), Sections.ALL);
        Aside<Map<String, ModelFacts>> facts = Aside.of(() -> TopicSnapshot.read(Topics.MODELS, kafka));
        Aside<Map<String, Rotation>> rotations = Aside.of(() -> rotations(kafka));
        Aside<Map<String, Instant>> primaries = Aside.of(() -> primarySince(kafka));
        Map<String, Standing> standings = standings(kafka);
        ModelId meant = known(standings, facts.get()).find(model);
        Published published = new Published(standings.values(), rotations.get(), primaries.get());
        List<Policy> asked = asked(policies, published);
        List<Explanation> explanations = published.explain(asked, meant);
        Standing standing = standings.get(meant.toString());
        published
                .outdated(asked)
                .forEach(policy -> say("rotation " + policy.name() + " was made by other rules than this"
                        + " configuration's; name the ranking's own with --config"));
        if (json) {
            print(ExplanationJson.write(meant, standing, explanations));
        } else {
            ExplanationText.lines(
                            meant,
                            standing,
                            explanations,
                            context().clock().instant(),
                            context().terminal())
                    .forEach(this::print);
        }
        return Rota.DONE;
    }

    private List<Policy> asked(List<Policy> policies, Published published) {
        if (rotation == null) {
            return policies;
        }
        RotationCommand.find(rotation, published.rotations());
        return policies.stream()
                .filter(policy -> policy.name().equals(rotation))
                .toList();
    }

    private static KnownModels known(Map<String, Standing> standings, Map<String, ModelFacts> facts) {
        Set<ModelId> known = new TreeSet<>();
        standings.values().forEach(standing -> known.add(standing.model()));
        facts.values().forEach(found -> known.add(found.model()));
        return new KnownModels(known);
    }

    // What the running gateway has in memory is asked of it: starting a Kafka client takes longer than the rest.
    private Map<String, Standing> standings(KafkaSettings kafka) {
        return live("/api/models", JsonForms.STANDING)
                .map(all -> all.stream()
                        .collect(Collectors.toMap(each -> each.model().toString(), each -> each)))
                .orElseGet(() -> TopicSnapshot.read(Topics.STANDINGS, kafka));
    }

    private Map<String, Rotation> rotations(KafkaSettings kafka) {
        return live("/api/rotations", JsonForms.ROTATION)
                .map(all -> all.stream().collect(Collectors.toMap(Rotation::name, each -> each)))
                .orElseGet(() -> TopicSnapshot.read(Topics.ROTATION, kafka));
    }

    private Map<String, Instant> primarySince(KafkaSettings kafka) {
        Map<String, Instant> since = new HashMap<>();
        // A gateway that is full may have dropped the change that is looked for.
        live("/api/changes?limit=" + ChangeLog.KEPT, JsonForms.ROTATION_CHANGE)
                .filter(all -> all.size() < ChangeLog.KEPT)
                .ifPresentOrElse(
                        all -> all.forEach(change -> note(change, since)),
                        () -> TopicSnapshot.forEach(
                                Topics.ROTATION_CHANGES,
                                kafka,
                                Start.beginning(),
                                record -> note(record.value(), since)));
        return since;
    }

    private static void note(@Nullable RotationChange change, Map<String, Instant> since) {
        if (change != null && change.kind() == ChangeKind.PRIMARY_CHANGED) {
            since.put(change.name(), change.at());
        }
    }

    private <V> Optional<List<V>> live(String path, JsonForm<V> form) {
        return connection.live(context(), path).map(form::readAll);
    }
}
