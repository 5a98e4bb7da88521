package dev.rota.launcher.command;

import dev.rota.launcher.Context;
import dev.rota.ranking.service.RankingConfig;
import dev.rota.ranking.service.RankingHealth;
import dev.rota.ranking.service.RankingRebuild;
import dev.rota.ranking.service.RankingService;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.config.Settings;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.runtime.lifecycle.Service;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "ranking",
        description = "The ranking service alone: results in, standings and rotations out. Several share the work.",
        footer = {
            "",
            "Example: ./rota ranking --kafka localhost:9092 --registry http://localhost:8081",
            "After a change of rules, from the whole history: ./rota ranking --rebuild --kafka localhost:9092"
        })
final class RankingCommand extends ServiceCommand {
    @Option(names = "--data", paramLabel = "DIR", description = "Where Streams keeps its notes. Also ranking.stateDir.")
    private @Nullable Path data;

    @Option(
            names = "--rebuild",
            description = {
                "First forget everything derived, then derive it anew from the whole history; no other instance may run.",
                "What was published stays, and revisions go on from it."
            })
    private boolean rebuild;

    private @Nullable RankingService ranking;
    private @Nullable RankingConfig read;

    RankingCommand(Context context) {
        super(context);
    }

    @Override
    Map<String, String> flags() {
        return data == null ? Map.of() : Map.of("ranking.stateDir", data.toString());
    }

    @Override
    Set<String> sections() {
        return RankingConfig.SECTIONS;
    }

    @Override
    Service service(Settings settings, KafkaSettings kafka, SecretSource secrets, PrometheusMeterRegistry meters) {
        RankingConfig ranks = RankingConfig.read(settings);
        RankingService service = new RankingService(ranks, kafka, meters);
        read = ranks;
        ranking = service;
        return service;
    }

    @Override
    void prepare(KafkaSettings kafka) {
        if (rebuild) {
            List<String> forgotten = new RankingRebuild(Objects.requireNonNull(read), kafka).run();
            say(
                    forgotten.isEmpty()
                            ? "nothing was derived so far; the whole history is worked through"
                            : "forgotten, and derived anew from the whole history: " + String.join(", ", forgotten));
        }
    }

    @Override
    Optional<String> missing() {
        return ranking != null && ranking.health() instanceof RankingHealth.Preparing preparing
                ? Optional.of("the ranking is " + preparing.state())
                : Optional.empty();
    }

    @Override
    Optional<String> done() {
        return ranking != null && ranking.health() instanceof RankingHealth.Relieved
                ? Optional.of("a later generation of the ranking publishes all of its rotations; this one is done")
                : Optional.empty();
    }

    @Override
    void check() {
        if (ranking != null && ranking.health() instanceof RankingHealth.Failed) {
            ranking.await();
        }
    }
}
