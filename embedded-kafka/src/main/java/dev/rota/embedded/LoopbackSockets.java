package dev.rota.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The broker's two listening sockets, bound before Kafka starts: so a taken port is known at once, and no other process
 * can slip in between choosing a port and using it.
 */
final class LoopbackSockets implements ServerSocketFactory, AutoCloseable {

    static final String HOST = "127.0.0.1";

    private final ServerSocketChannel broker;
    private final ServerSocketChannel controller;

    private LoopbackSockets(ServerSocketChannel broker, ServerSocketChannel controller) {
        this.broker = broker;
        this.controller = controller;
    }

    /**
     * Binds the port asked for.
     *
     * @param port the port, or 0 for any
     * @param preferred the one to try first when any will do; 0 for none
     */
    static LoopbackSockets bind(int port, int preferred) {
        ServerSocketChannel broker = port == EmbeddedKafkaConfig.ANY_PORT ? bindAny(preferred) : bindOne(port);
        return new LoopbackSockets(broker, bindAny(EmbeddedKafkaConfig.ANY_PORT));
    }

    private static ServerSocketChannel bindAny(int preferred) {
        try {
            return open(preferred);
        } catch (BindException _) {
            return bindOne(EmbeddedKafkaConfig.ANY_PORT); // whoever took the preferred one may keep it
        } catch (IOException e) {
            throw failed(preferred, e);
        }
    }

    private static ServerSocketChannel bindOne(int port) {
        try {
            return open(port);
        } catch (BindException e) {
            throw new EmbeddedKafkaException(
                    "Kafka's port %d on %s is taken (%s): stop what uses it, or choose another port, 0 for any free one"
                            .formatted(port, HOST, e.getMessage()),
                    e);
        } catch (IOException e) {
            throw failed(port, e);
        }
    }

    private static ServerSocketChannel open(int port) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.configureBlocking(false);
            channel.bind(address(port));
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static EmbeddedKafkaException failed(int port, IOException e) {
        return new EmbeddedKafkaException("Kafka cannot listen on %s:%d (%s)".formatted(HOST, port, e.getMessage()), e);
    }

    static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(HOST), port);
    }

    int brokerPort() {
        return broker.socket().getLocalPort();
    }

    int controllerPort() {
        return controller.socket().getLocalPort();
    }

    @Override
    public ServerSocketChannel openServerSocket(
            String listener, InetSocketAddress address, int backlog, int receiveBufferBytes) {
        return listener.equals(BrokerSettings.CONTROLLER_LISTENER) ? controller : broker;
    }

    @Override
    public void close() throws IOException {
        broker.close();
        controller.close();
    }
}
