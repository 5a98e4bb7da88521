package dev.rota.gateway.http;

import dev.rota.gateway.stream.RotationStreams;
import dev.rota.gateway.view.ViewState;
import dev.rota.gateway.view.Views;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.TimeUnit;

/** Counts and times requests, and shows all meters of the process. */
public final class GatewayMeters implements Filter {
    private final PrometheusMeterRegistry registry;

    public GatewayMeters(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    /** Keeps watch on what the gateway has. */
    public void watch(RotationStreams streams, Views views) {
        Gauge.builder("rota_gateway_subscribers", streams, RotationStreams::size)
                .description("Open streams of rotations")
                .register(registry);
        Gauge.builder("rota_gateway_models", views, all -> all.standings().size())
                .description("Models with a standing")
                .register(registry);
        Gauge.builder("rota_gateway_topics_ready", views, GatewayMeters::ready)
                .description("Topics that are followed to their end")
                .register(registry);
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        long start = System.nanoTime();
        response.whenSent(() -> time(request, response, System.nanoTime() - start));
        chain.proceed();
    }

    void show(ServerRequest request, ServerResponse response) {
        Replies.text(response, "text/plain; version=0.0.4; charset=utf-8", registry.scrape());
    }

    // Tagged by the pattern, not the path: strangers must not be able to make meters without end.
    private void time(RoutingRequest request, RoutingResponse response, long nanos) {
        Timer.builder("rota_gateway_requests")
                .description("Requests answered, by path and status; a stream's time is its length")
                .tag("path", request.matchingPattern().orElse("other"))
                .tag("status", Integer.toString(response.status().code()))
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private static double ready(Views views) {
        return views.states().stream().filter(ViewState::ready).count();
    }
}
