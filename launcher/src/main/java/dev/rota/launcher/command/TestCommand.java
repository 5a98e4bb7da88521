package dev.rota.launcher.command;

import dev.rota.client.kafka.TopicSnapshot;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.probe.Trigger;
import dev.rota.domain.result.TestResult;
import dev.rota.domain.text.Similar;
import dev.rota.json.JsonForms;
import dev.rota.launcher.Context;
import dev.rota.launcher.Rota;
import dev.rota.launcher.UserError;
import dev.rota.launcher.options.CatalogueSettings;
import dev.rota.launcher.options.ConnectionOptions;
import dev.rota.launcher.options.Sections;
import dev.rota.launcher.options.SuiteSettings;
import dev.rota.launcher.terminal.TaskReportLines;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.config.Settings;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import dev.rota.tester.TesterConfig;
import dev.rota.tester.Workshop;
import dev.rota.tester.marking.AnswerGrading;
import dev.rota.tester.worker.ProbeEnd;
import dev.rota.tester.worker.ProbeRunner;
import dev.rota.tester.worker.TaskReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "test",
        description =
                "Probe models now, and show each task: what was answered, what was checked, and the verdict. The results"
                        + " count as evidence like any other.",
        footer = {"", "Example: ./rota test openrouter/meta-llama/llama-3.3-70b-instruct:free --suite agent"})
final class TestCommand extends Subcommand {
    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Parameters(paramLabel = "MODEL", arity = "1..*", description = "<catalogue>/<the provider's own id>")
    private List<String> models = List.of();

    @Option(names = "--suite", paramLabel = "NAME", description = "Suite, or suite#task. Default: ${DEFAULT-VALUE}.")
    private String suite = "standard";

    @Option(names = "--json", description = "One result in JSON a line, for programs.")
    private boolean json;

    TestCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        Settings settings = connection.settings(context(), Map.of());
        KafkaSettings kafka = connection.kafka(context(), settings);
        SecretSource secrets = new SecretSource(context().environment());
        List<CatalogueConfig> catalogues = catalogues(settings, secrets);
        TesterConfig config = TesterConfig.read(settings, kafka, catalogues, secrets);
        settings.check(Sections.of(Set.of("catalogues", "tester")), Sections.ALL);
        List<ModelFound> probes = probes(TopicSnapshot.read(Topics.MODELS, kafka));
        try (AnswerGrading grading = AnswerGrading.standard();
                Workshop workshop = Workshop.open(
                        config,
                        SuiteSettings.library(config.suites()),
                        grading,
                        context().clock());
                var serde = Topics.TEST_RESULTS.valueSerde(kafka.registry());
                KafkaProducer<String, TestResult> producer = new KafkaProducer<>(
                        kafka.clientWith(Map.of("acks", "all")),
                        Topics.TEST_RESULTS.keySerde().serializer(),
                        serde.serializer())) {
            ProbeRunner runner = workshop.runner(config.worker(), Duration.ZERO);
            int failed = 0;
            for (ModelFound probe : probes) {
                failed += run(runner, probe, producer) ? 0 : 1;
            }
            return failed == 0 ? Rota.DONE : Rota.FAILED;
        }
    }

    /** Runs a probe; whether every task was answered. */
    private boolean run(ProbeRunner runner, ModelFound probe, KafkaProducer<String, TestResult> producer) {
        List<TaskReport> reports = new ArrayList<>();
        if (!json) {
            print(context().terminal().bold(probe.model().toString()));
        }
        ProbeEnd end = runner.run(probe, report -> {
            reports.add(report);
            var _ = producer.send(new ProducerRecord<>(
                    Topics.TEST_RESULTS.name(), probe.model().toString(), report.result()));
            show(report);
        });
        if (!json) {
            print(TaskReportLines.verdict(reports));
        }
        return end instanceof ProbeEnd.Finished
                && reports.stream().allMatch(report -> report.result().succeeded());
    }

    private void show(TaskReport report) {
        if (json) {
            print(JsonForms.TEST_RESULT.write(report.result()));
        } else {
            TaskReportLines.of(report, context().terminal()).forEach(this::print);
        }
    }

    private List<ModelFound> probes(Map<String, ModelFacts> known) {
        List<ModelFound> probes = new ArrayList<>();
        for (String model : models) {
            ModelFacts facts = known.get(model);
            if (facts == null) {
                throw UserError.failed("no model \"" + model + "\" in any catalogue read so far"
                        + Similar.question(model, known.keySet(), 3)
                                .map(question -> "; " + question)
                                .orElse(": ./rota models lists those that are, ./rota find asks the catalogues"));
            }
            probes.add(new ModelFound(
                    "cli-" + UUID.randomUUID(),
                    facts.model(),
                    Trigger.REQUESTED,
                    suite,
                    context().clock().instant(),
                    facts.facts()));
        }
        return probes;
    }

    /** The configured catalogues, and those that the running instance tests. */
    private List<CatalogueConfig> catalogues(Settings settings, SecretSource secrets) {
        List<CatalogueConfig> catalogues = new ArrayList<>(CatalogueSettings.read(settings, List.of(), secrets));
        Set<String> names =
                Set.copyOf(catalogues.stream().map(CatalogueConfig::name).toList());
        connection
                .running(context())
                .forEach(instance -> instance.catalogues().forEach((name, url) -> {
                    if (!names.contains(name)) {
                        catalogues.add(CatalogueSettings.at(name, url, secrets));
                    }
                }));
        return catalogues;
    }
}
