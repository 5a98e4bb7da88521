package dev.rota.launcher.up;

import dev.rota.discovery.DiscoveryConfig;
import dev.rota.discovery.DiscoveryListener;
import dev.rota.discovery.DiscoveryService;
import dev.rota.gateway.ChatParts;
import dev.rota.gateway.GatewayParts;
import dev.rota.gateway.GatewayService;
import dev.rota.gateway.chat.ChatConfig;
import dev.rota.gateway.webhook.WebhookService;
import dev.rota.launcher.Context;
import dev.rota.launcher.instance.Instance;
import dev.rota.launcher.options.SuiteSettings;
import dev.rota.launcher.report.TopicReports;
import dev.rota.ranking.service.RankingHealth;
import dev.rota.ranking.service.RankingService;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.runtime.lifecycle.Services;
import dev.rota.schema.topic.TopicSetup;
import dev.rota.simulator.ProviderSimulator;
import dev.rota.tester.TesterConfig;
import dev.rota.tester.TesterService;
import dev.rota.tester.marking.AnswerGrading;
import dev.rota.tester.suite.SuiteLibrary;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** All of Rota in this process: what is started, in which order, and with what. Closing stops it in reverse. */
final class Stack implements AutoCloseable {
    private final UpConfig config;
    private final Context context;
    private final Services services = new Services();
    private final SecretSource secrets;
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final List<CatalogueConfig> catalogues = new ArrayList<>();
    private @Nullable URI http;
    private @Nullable RankingService ranking;

    Stack(UpConfig config, Context context) {
        this.config = config;
        this.context = context;
        this.secrets = new SecretSource(context.environment());
    }

    /** Starts everything but discovery, so that whoever wants to see its first sweep is there in time. */
    KafkaSettings start() {
        KafkaSettings kafka = config.kafka().orElseGet(() -> Brokerage.start(config.data(), services));
        createTopics(kafka);
        catalogues.addAll(config.catalogues());
        config.simulator().ifPresent(simulator -> {
            ProviderSimulator provider = services.own(new ProviderSimulator(simulator));
            provider.start();
            catalogues.add(CatalogueConfig.simulator(provider.baseUrl()));
        });
        config.gateway().ifPresent(gateway -> {
            http = services.start(new GatewayService(
                            gateway,
                            kafka,
                            meters,
                            parts(kafka),
                            new ChatParts(ChatConfig.read(config.settings()), catalogues, secrets)))
                    .address();
            services.start(new WebhookService(config.webhooks(), kafka, meters, context.clock()));
        });
        announce(kafka);
        ranking = services.start(new RankingService(config.ranking(), kafka, meters));
        startTesters(kafka);
        return kafka;
    }

    private GatewayParts parts(KafkaSettings kafka) {
        TopicReports reports = new TopicReports(kafka, config.ranking().policies());
        return new GatewayParts(Optional.of(reports), List.of());
    }

    private void startTesters(KafkaSettings kafka) {
        AnswerGrading grading = services.own(AnswerGrading.standard());
        TesterConfig tester = TesterConfig.read(config.settings(), kafka, catalogues, secrets);
        SuiteLibrary suites = SuiteSettings.library(tester.suites());
        for (int i = 1; i <= config.testers(); i++) {
            services.start(new TesterService(
                    tester.withWorker(tester.worker() + "-" + i), suites, grading, meters, context.clock()));
        }
    }

    /** Discovery, not started; in the charge of this stack. */
    DiscoveryService discovery(KafkaSettings kafka, DiscoveryListener listener) {
        return services.own(new DiscoveryService(
                DiscoveryConfig.read(config.settings(), catalogues),
                kafka,
                secrets,
                listener,
                meters,
                context.clock()));
    }

    /** Follows events; in the charge of this stack, so it ends before what it follows. */
    void follow(EventFollower follower) {
        services.start(follower);
    }

    /** Throws if a part failed while it ran. */
    void throwIfFailed() {
        RankingService running = ranking;
        if (running != null && running.health() instanceof RankingHealth.Failed) {
            running.await();
        }
    }

    /** Where HTTP answers, if it does. */
    Optional<URI> http() {
        return Optional.ofNullable(http);
    }

    List<CatalogueConfig> catalogues() {
        return List.copyOf(catalogues);
    }

    private void createTopics(KafkaSettings kafka) {
        try (Admin admin = Admin.create(kafka.clientWith(Map.of()))) {
            new TopicSetup(admin)
                    .ensure(config.partitions())
                    .forEach(difference -> context.terminal().err().println("rota: " + difference));
        }
    }

    private void announce(KafkaSettings kafka) {
        services.own(context.instances()
                .announce(new Instance(
                        ProcessHandle.current().pid(),
                        config.data(),
                        kafka.bootstrapServers(),
                        kafka.registryUrl(),
                        http == null ? null : http.toString(),
                        catalogues.stream().collect(Collectors.toMap(CatalogueConfig::name, CatalogueConfig::url)))));
    }

    @Override
    public void close() {
        services.close();
    }
}
