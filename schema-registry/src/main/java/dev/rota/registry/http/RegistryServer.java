package dev.rota.registry.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rota.registry.SchemaRegistryConfig;
import dev.rota.registry.SchemaRegistryException;
import dev.rota.registry.subject.Registrar;
import dev.rota.registry.subject.RegistryError;
import io.confluent.kafka.schemaregistry.client.rest.entities.ErrorMessage;
import io.confluent.kafka.schemaregistry.utils.JacksonMapper;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server. Every answer, an error too, is JSON of Confluent's media type. */
public final class RegistryServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryServer.class);
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final long MAX_BODY_BYTES = 16L * 1024 * 1024;

    private final SchemaRegistryConfig config;
    private final Router router;
    private final Doorkeeper door;
    private @Nullable WebServer server;

    public RegistryServer(SchemaRegistryConfig config, Registrar registrar) {
        this.config = config;
        this.router = new Router(registrar);
        this.door = new Doorkeeper(config.access());
    }

    /** Listens. Returns the port. */
    public int start() {
        checkPort();
        WebServerConfig.Builder builder = WebServer.builder();
        door.tls().ifPresent(builder::tls);
        WebServer started = builder.host(config.host())
                .port(config.port())
                .shutdownHook(false)
                .maxPayloadSize(MAX_BODY_BYTES)
                .routing(routing -> routing.any(this::handle))
                .build()
                .start();
        if (!started.isRunning()) {
            throw cannotListen("it did not start", null);
        }
        server = started;
        return started.port();
    }

    /** Helidon logs a taken port and returns as if nothing were wrong, so it is tried before. */
    private void checkPort() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(config.host()), config.port()));
        } catch (IOException e) {
            throw cannotListen(String.valueOf(e.getMessage()), e);
        }
    }

    private SchemaRegistryException cannotListen(String reason, @Nullable Throwable cause) {
        SchemaRegistryException exception = new SchemaRegistryException(
                "the schema registry cannot listen on %s:%d (%s): stop what uses that port, or choose another, 0 for any free one"
                        .formatted(config.host(), config.port(), reason));
        if (cause != null) {
            exception.initCause(cause);
        }
        return exception;
    }

    private void handle(ServerRequest request, ServerResponse response) {
        response.header(HeaderNames.CONTENT_TYPE, MEDIA_TYPE);
        if (!door.admits(request)) {
            response.header(HeaderNames.WWW_AUTHENTICATE, "Basic realm=\"rota\"");
            send(response, 401, new ErrorMessage(401, "this registry asks for a user and a password"));
            return;
        }
        try {
            response.send(json(answer(request)));
        } catch (RegistryError e) {
            send(response, e.status(), new ErrorMessage(e.code(), e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error(
                    "registry request failed method={} path={}",
                    request.prologue().method(),
                    request.path().rawPath(),
                    e);
            send(response, 500, new ErrorMessage(500, "Internal error: " + e.getMessage()));
        }
    }

    private Object answer(ServerRequest request) {
        List<String> path = Route.segments(request.path().rawPath()).stream()
                .map(each -> URLDecoder.decode(each.replace("+", "%2B"), UTF_8))
                .toList();
        Map<String, String> query = new HashMap<>();
        request.query()
                .names()
                .forEach(name -> query.put(name, request.query().first(name).orElse("")));
        String body = request.content().hasEntity() ? request.content().as(String.class) : "";
        return router.answer(request.prologue().method().text(), path, query, body);
    }

    private static void send(ServerResponse response, int status, Object body) {
        response.status(Status.create(status)).send(json(body));
    }

    private static byte[] json(Object answer) {
        try {
            return answer instanceof Route.RawJson(String text)
                    ? text.getBytes(UTF_8)
                    : JacksonMapper.INSTANCE.writeValueAsBytes(answer);
        } catch (IOException e) {
            throw new IllegalStateException("an answer that cannot be written: " + answer, e);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop();
        }
    }
}
