package dev.rota.launcher.up;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports for what nobody chose a port for. */
final class Ports {
    private Ports() {}

    /** The usual port if it is free, so that tools find it where they look first; else 0, any free one. */
    static int usualIfFree(int usual) {
        try (ServerSocket socket = new ServerSocket(usual, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException _) {
            return 0;
        }
    }
}
