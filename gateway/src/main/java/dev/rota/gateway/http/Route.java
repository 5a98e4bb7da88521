package dev.rota.gateway.http;

import io.helidon.webserver.http.Handler;

/**
 * A path and what answers there.
 *
 * @param method {@code GET} or {@code POST}
 * @param path as the server matches it: {@code {+name}} takes slashes too
 * @param handler what answers
 */
public record Route(String method, String path, Handler handler) {
    public static Route get(String path, Handler handler) {
        return new Route("GET", path, handler);
    }

    public static Route post(String path, Handler handler) {
        return new Route("POST", path, handler);
    }

    /** As OpenAPI writes it. */
    String described() {
        return path.replace("{+", "{");
    }
}
