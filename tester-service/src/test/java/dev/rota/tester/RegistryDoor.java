package dev.rota.tester;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** Stands before a schema registry; while it is shut, every connection is closed without a word. */
final class RegistryDoor implements AutoCloseable {
    private final ServerSocket door;
    private final URI registry;
    private volatile boolean open;

    RegistryDoor(String registryUrl) throws IOException {
        registry = URI.create(registryUrl);
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("registry-door").start(this::admit);
    }

    String url() {
        return "http://127.0.0.1:" + door.getLocalPort() + registry.getPath();
    }

    void open() {
        open = true;
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                if (open) {
                    Socket inside = new Socket(registry.getHost(), registry.getPort());
                    pump(caller, inside);
                    pump(inside, caller);
                } else {
                    caller.close();
                }
            } catch (IOException _) {
                // A caller that went away, or the door was taken off.
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        Thread.ofVirtual().name("registry-door-pump").start(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException _) {
                // One side hung up: both are closed.
            }
        });
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
