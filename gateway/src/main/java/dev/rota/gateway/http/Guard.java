package dev.rota.gateway.http;

import dev.rota.gateway.GatewayConfig;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;

/**
 * What every request passes. On loopback, where no token is asked for, a page of a stranger must not reach the gateway
 * through its visitor's browser: neither under a name that resolves to this machine (DNS rebinding), nor by sending.
 */
final class Guard implements Filter {
    /** Without a token: they tell no more than that the gateway runs, and the page's own frame. */
    private static final Set<String> OPEN = Set.of("/healthz", "/readyz", "/");

    private static final HeaderName SITE = HeaderNames.create("Sec-Fetch-Site");

    private final GatewayConfig config;

    Guard(GatewayConfig config) {
        this.config = config;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        harden(response);
        try {
            check(request);
        } catch (Refusal refusal) {
            if (refusal.status() == 401) {
                response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer realm=\"rota\"");
            }
            Replies.refuse(response, refusal);
            return;
        }
        chain.proceed();
    }

    private static void harden(RoutingResponse response) {
        response.header("X-Content-Type-Options", "nosniff");
        response.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.header("Referrer-Policy", "no-referrer");
        response.header("Cross-Origin-Resource-Policy", "same-origin");
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
    }

    private void check(RoutingRequest request) {
        if (config.token().isPresent()) {
            if (!OPEN.contains(request.path().path())) {
                checkToken(request, config.token().get());
            }
        } else {
            checkHost(request);
        }
        if (!request.prologue().method().equals(Method.GET)) {
            checkOrigin(request);
        }
    }

    private static void checkToken(RoutingRequest request, String token) {
        String given = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
        byte[] expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
            throw Refusal.of(401, "this gateway asks for its token: send Authorization: Bearer <token>");
        }
    }

    private static void checkHost(RoutingRequest request) {
        String host = name(request.headers().first(HeaderNames.HOST).orElse(""));
        if (!host.equals("localhost") && !loopback(host)) {
            throw Refusal.of(
                    421,
                    "the Host header must name this machine, such as localhost or 127.0.0.1, not \"" + host + "\"");
        }
    }

    private static void checkOrigin(RoutingRequest request) {
        String site = request.headers().first(SITE).orElse("none");
        boolean foreign = site.equals("cross-site") || site.equals("same-site");
        String origin = request.headers().first(HeaderNames.ORIGIN).orElse("");
        String host = request.headers().first(HeaderNames.HOST).orElse("");
        boolean other = !origin.isEmpty() && !origin.endsWith("://" + host);
        if (foreign || other) {
            throw Refusal.of(403, "requests from pages of other sites are not accepted");
        }
    }

    private static boolean loopback(String host) {
        boolean literal = host.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == '.' || c == ':')
                && host.chars().anyMatch(c -> c == '.' || c == ':');
        try {
            return literal && InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static String name(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        if (lower.startsWith("[")) {
            return lower.substring(1, Math.max(1, lower.indexOf(']')));
        }
        int colon = lower.lastIndexOf(':');
        return colon < 0 ? lower : lower.substring(0, colon);
    }
}
