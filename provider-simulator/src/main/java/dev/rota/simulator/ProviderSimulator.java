package dev.rota.simulator;

import dev.rota.simulator.account.AccountLimits;
import dev.rota.simulator.answer.AnswerBook;
import dev.rota.simulator.answer.AnswerRule;
import dev.rota.simulator.catalogue.Catalogue;
import dev.rota.simulator.catalogue.CatalogueModel;
import dev.rota.simulator.http.Counters;
import dev.rota.simulator.http.Pauses;
import dev.rota.simulator.http.Routes;
import dev.rota.simulator.http.Stage;
import dev.rota.simulator.scenario.Cast;
import dev.rota.simulator.scenario.Scenario;
import dev.rota.simulator.scenario.ScenarioReader;
import dev.rota.simulator.script.ScriptWriter;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An OpenRouter-compatible provider whose models are played from a scenario. Safe for many threads; {@link #start} and
 * {@link #close} are for one.
 */
public final class ProviderSimulator implements AutoCloseable {
    /** Thousands of callers may come at once; the kernel's own limit still applies. */
    private static final int BACKLOG = 8_192;

    private final SimulatorConfig config;
    private final Counters counters = new Counters();
    private final Pauses pauses;
    private @Nullable WebServer server;

    public ProviderSimulator(SimulatorConfig config) {
        this.config = config;
        this.pauses = new Pauses(config.scenario().timeScale());
    }

    /**
     * Reads the models and begins to listen.
     *
     * @throws dev.rota.simulator.catalogue.CatalogueException if the models file cannot be served
     * @throws dev.rota.simulator.scenario.ScenarioException if the scenario speaks of models that are not listed
     * @throws SimulatorException if the port cannot be listened on
     */
    public void start() {
        WebServer starting = server(stage());
        starting.start();
        // Helidon logs why it could not bind and returns as if it could.
        if (!starting.isRunning()) {
            throw new SimulatorException("The simulator cannot listen on "
                    + config.bind().getHostAddress() + ":" + config.port() + ": " + whyNot()
                    + "; choose another port, or 0 for any free one");
        }
        server = starting;
    }

    /** The base for clients, ending in {@code /api/v1}. Only after {@link #start}. */
    public URI baseUrl() {
        return root().resolve("/api/v1");
    }

    /** The server's own address. Only after {@link #start}. */
    public URI root() {
        WebServer running = server;
        if (running == null) {
            throw new IllegalStateException("the simulator is not started");
        }
        InetAddress bind = config.bind();
        String host = bind.isAnyLocalAddress() || bind.isLoopbackAddress() ? "127.0.0.1" : bind.getHostAddress();
        return URI.create("http://" + host + ":" + running.port() + "/");
    }

    /** Chat completions asked for so far, by model id. */
    public Map<String, Long> requests() {
        return counters.requests();
    }

    /** All counters. */
    public Counters counters() {
        return counters;
    }

    /** Stops listening and ends all responses, cut where they are. */
    @Override
    public void close() {
        pauses.close();
        WebServer running = server;
        if (running != null) {
            running.stop();
            server = null;
        }
    }

    private Stage stage() {
        Scenario scenario = config.scenario();
        Catalogue catalogue = catalogue(scenario);
        scenario.checkListed(catalogue.models().stream().map(CatalogueModel::id).toList());
        return new Stage(
                scenario,
                config.seed(),
                config.clock(),
                catalogue,
                new Cast(scenario, config.seed(), config.clock().instant()),
                new AccountLimits(scenario.account()),
                new ScriptWriter(new AnswerBook(answers(scenario))),
                counters,
                pauses);
    }

    private Catalogue catalogue(Scenario scenario) {
        Path file = config.modelsFile();
        Catalogue base = file != null
                ? Catalogue.read(file)
                : Catalogue.of(
                        scenario.stockModels()
                                ? ScenarioReader.resource("stock-catalogue.yaml")
                                        .catalogue()
                                : List.of());
        return base.with(scenario.catalogue());
    }

    private static List<AnswerRule> answers(Scenario scenario) {
        List<AnswerRule> answers = new ArrayList<>(scenario.answers());
        answers.addAll(ScenarioReader.resource("answers.yaml").answers());
        return answers;
    }

    private WebServer server(Stage stage) {
        return WebServer.builder()
                .address(config.bind())
                .port(config.port())
                .backlog(BACKLOG)
                .connectionOptions(socket -> socket.tcpNoDelay(true))
                .idleConnectionTimeout(Duration.ofMinutes(15))
                .shutdownGracePeriod(Duration.ofMillis(200))
                .shutdownHook(false)
                .routing(Routes.of(stage))
                .build();
    }

    /** Tries to bind once more, only to hear the reason. */
    private String whyNot() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(config.bind(), config.port()));
            return "the port was taken a moment ago";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
