package dev.rota.provider.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that sends exactly the bytes a test tells it to, one script a request. */
public final class RawServer implements AutoCloseable {
    private final ServerSocket server;
    private final Script script;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** Answers one request; returning false closes the connection. */
    public interface Script {
        boolean answer(int requestOnConnection, OutputStream out) throws IOException;
    }

    public RawServer(Script script) throws IOException {
        this.script = script;
        server = new ServerSocket(0, 5_000, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("raw-server").start(this::accept);
    }

    /** Sends the text and closes. */
    public static RawServer sending(String text) throws IOException {
        return new RawServer((_, out) -> {
            write(out, text);
            return false;
        });
    }

    public static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    public static String ok(String headers, String body) {
        return "HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length
                + "\r\n\r\n" + body;
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
    }

    /** The heads of all requests so far. */
    public List<String> requests() {
        return requests;
    }

    public int connections() {
        return sockets.size();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException _) {
            // Closed: the test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            for (int i = 0; readRequest(in); i++) {
                if (!script.answer(i, socket.getOutputStream())) {
                    return;
                }
            }
        } catch (IOException _) {
            // The client went away, as some tests want it to.
        }
    }

    private boolean readRequest(BufferedReader in) throws IOException {
        StringBuilder head = new StringBuilder();
        int length = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.isEmpty()) {
                requests.add(head.toString());
                return in.skip(length) == length;
            }
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring(16));
            }
            head.append(line).append('\n');
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
