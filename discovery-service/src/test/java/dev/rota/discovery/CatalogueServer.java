package dev.rota.discovery;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A provider whose catalogue can be exchanged, on loopback. */
public final class CatalogueServer implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger readings = new AtomicInteger();
    private volatile int status = 200;
    private volatile byte[] body = new byte[0];
    private volatile @Nullable HttpHandler misbehaviour;
    private volatile IntConsumer onReading = _ -> {};

    public CatalogueServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/models", exchange -> {
            int reading = readings.incrementAndGet();
            HttpHandler behaviour = misbehaviour;
            if (behaviour != null) {
                behaviour.handle(exchange);
                return;
            }
            onReading.accept(reading);
            byte[] answer = body;
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** What it answers from now on. */
    public void answer(int newStatus, byte[] newBody) {
        body = newBody;
        status = newStatus;
    }

    /** Does something else instead of answering, from now on. */
    public void misbehave(HttpHandler handler) {
        misbehaviour = handler;
    }

    /** Does something before the answer to each reading, which it is given the number of. */
    public void onReading(IntConsumer action) {
        onReading = action;
    }

    /** Lists free text models of these ids from now on. */
    public void list(String... ids) {
        StringBuilder json = new StringBuilder("{\"data\":[");
        for (int i = 0; i < ids.length; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"")
                    .append(ids[i])
                    .append("\",\"context_length\":1000,\"pricing\":{\"prompt\":\"0\",\"completion\":\"0\"}}");
        }
        answer(200, json.append("]}").toString().getBytes(StandardCharsets.UTF_8));
    }

    /** How often it was read. */
    public int readings() {
        return readings.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
