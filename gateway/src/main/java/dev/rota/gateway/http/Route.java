package dev.rota.gateway.http;

import io.helidon.webserver.http.Handler;

/**
 * A path and what answers there.
 *
 * @param method {@code GET} or {@code POST}
 * @param path as the server matches it: {@code {+name}} takes slashes too
 * @param handler what answers
 */
record Route(String method, String path, Handler handler) {
    static Route get(String path, Handler handler) {
        return new Route("GET", path, handler);
    }

    static Route post(String path, Handler handler) {
        return new Route("POST", path, handler);
    }

    /** As OpenAPI writes it. */
    String described() {
        return path.replace("{+", "{");
    }
}
