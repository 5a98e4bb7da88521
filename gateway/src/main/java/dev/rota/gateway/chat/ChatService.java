package dev.rota.gateway.chat;

import dev.rota.client.call.ResultReporter;
import dev.rota.gateway.http.BodyLimit;
import dev.rota.gateway.http.Route;
import dev.rota.gateway.stream.RotationStreams;
import dev.rota.gateway.view.Views;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.SecretSource;
import java.time.InstantSource;
import java.util.List;

/** The chat API: its providers, and what it answers with. Thread-safe. */
public final class ChatService implements AutoCloseable {
    private final Upstreams upstreams;
    private final ChatRoutes routes;

    /**
     * Ready to answer.
     *
     * @param limit of what a client sends
     * @param catalogues whose models may be called
     * @param views rotations and models
     * @param writers cuts clients that do not read
     * @param reporter told what came of each attempt
     */
    public ChatService(
            ChatConfig config,
            BodyLimit limit,
            List<CatalogueConfig> catalogues,
            SecretSource secrets,
            Views views,
            RotationStreams writers,
            ResultReporter reporter) {
        this.upstreams = new Upstreams(catalogues, secrets);
        Targets targets = new Targets(views, upstreams, reporter, config.deadline());
        this.routes = new ChatRoutes(
                limit, views, targets, new Completions(config, targets, upstreams, writers, InstantSource.system()));
    }

    /** The paths below {@code /v1}. */
    public List<Route> routes() {
        return routes.list();
    }

    @Override
    public void close() {
        upstreams.close();
    }
}
