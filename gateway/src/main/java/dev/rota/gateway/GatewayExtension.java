package dev.rota.gateway;

import dev.rota.gateway.view.Views;
import io.helidon.webserver.http.HttpRouting;

/** Adds paths to the gateway. They are behind the same checks of host and token, and errors look the same. */
@FunctionalInterface
public interface GatewayExtension {
    /**
     * Adds them.
     *
     * @param routing where
     * @param views what is known now
     */
    void addTo(HttpRouting.Builder routing, Views views);
}
