package dev.rota.launcher.command;

import dev.rota.launcher.Context;
import dev.rota.launcher.options.CatalogueSettings;
import dev.rota.runtime.config.ConfigException;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.config.Settings;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.runtime.lifecycle.Service;
import dev.rota.tester.TesterConfig;
import dev.rota.tester.TesterService;
import dev.rota.tester.suitefile.SuiteFileException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "tester",
        description = "A tester alone: takes probes, runs them, publishes results. Start as many as you like.",
        footer = {"", "Example: ./rota tester --kafka localhost:9092 --registry http://localhost:8081 --slots 16"})
final class TesterCommand extends ServiceCommand {
    @Option(
            names = "--slots",
            paramLabel = "N",
            description = {
                "Probes at a time, 1 to 4096. Default: 8.",
                "Brokers take 200 in one group unless group.share.max.size says more, and 1000 at most."
            })
    private @Nullable Integer slots;

    @Option(
            names = "--catalogue",
            paramLabel = "C",
            description = "openrouter, a URL (…/v1) or NAME=URL; may be repeated.")
    private List<String> catalogues = List.of();

    /** Made by the command's thread, asked by the monitor's. */
    private volatile @Nullable TesterService service;

    TesterCommand(Context context) {
        super(context);
    }

    @Override
    Map<String, String> flags() {
        return slots == null ? Map.of() : Map.of("tester.slots", Integer.toString(slots));
    }

    @Override
    Set<String> sections() {
        return Set.of("catalogues", "tester");
    }

    @Override
    Service service(Settings settings, KafkaSettings kafka, SecretSource secrets, PrometheusMeterRegistry meters) {
        TesterConfig config =
                TesterConfig.read(settings, kafka, CatalogueSettings.read(settings, catalogues, secrets), secrets);
        try {
            TesterService made =
                    TesterService.standard(config, meters, context().clock());
            service = made;
            return made;
        } catch (SuiteFileException e) {
            throw new ConfigException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    List<String> warnings() {
        TesterService made = service;
        return made == null ? List.of() : made.warnings();
    }
}
