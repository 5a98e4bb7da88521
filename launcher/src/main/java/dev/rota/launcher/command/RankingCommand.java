package dev.rota.launcher.command;

import dev.rota.launcher.Context;
import dev.rota.ranking.service.RankingConfig;
import dev.rota.ranking.service.RankingHealth;
import dev.rota.ranking.service.RankingService;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.config.Settings;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.runtime.lifecycle.Service;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "ranking",
        description = "The ranking service alone: results in, standings and rotations out. Several share the work.",
        footer = {"", "Example: ./rota ranking --kafka localhost:9092 --registry http://localhost:8081"})
final class RankingCommand extends ServiceCommand {
    @Option(names = "--data", paramLabel = "DIR", description = "Where Streams keeps its notes. Also ranking.stateDir.")
    private @Nullable Path data;

    private @Nullable RankingService ranking;

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
        RankingService service = new RankingService(RankingConfig.read(settings), kafka, meters);
        ranking = service;
        return service;
    }

    @Override
    void check() {
        if (ranking != null && ranking.health() instanceof RankingHealth.Failed) {
            ranking.await();
        }
    }
}
