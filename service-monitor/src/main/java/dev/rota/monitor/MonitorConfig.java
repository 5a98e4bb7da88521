package dev.rota.monitor;

import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.config.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a service that runs alone answers operators.
 *
 * @param port {@code monitor.port}: 0 to 65535, 0 for any free one. Default none: nothing listens
 * @param bind {@code monitor.bind}: the address to listen on. Default 127.0.0.1
 * @param token what {@code /metrics} asks for as {@code Authorization: Bearer}; from the variable that
 *     {@code monitor.tokenVariable} names, default {@code ROTA_MONITOR_TOKEN}. Empty: nothing is asked for
 */
public record MonitorConfig(OptionalInt port, InetAddress bind, Optional<String> token) {
    /** The section of the settings. */
    public static final String SECTION = "monitor";

    /** The variable that holds the token unless {@code monitor.tokenVariable} names another. */
    public static final String TOKEN_VARIABLE = "ROTA_MONITOR_TOKEN";

    private static final int NONE = -1;
    private static final int SHORTEST_TOKEN = 16;

    public MonitorConfig {
        if (token.isPresent() && token.get().length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException(
                    "the monitor's token must have at least " + SHORTEST_TOKEN + " characters");
        }
    }

    /** On a port of this machine alone; 0 for any free one. */
    public static MonitorConfig onLoopback(int port) {
        return new MonitorConfig(OptionalInt.of(port), InetAddress.ofLiteral("127.0.0.1"), Optional.empty());
    }

    /** Reads the section {@code monitor}; what is wrong is noted in the settings. */
    public static MonitorConfig read(Settings settings, SecretSource secrets) {
        int port = settings.optionalText("monitor.port").isPresent()
                ? settings.integer("monitor.port", 0, 0, 65_535)
                : NONE;
        InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
        InetAddress bind = settings.read("monitor.bind", loopback, MonitorConfig::address);
        Optional<String> token = secrets.find(settings.text("monitor.tokenVariable", TOKEN_VARIABLE));
        OptionalInt chosen = port == NONE ? OptionalInt.empty() : OptionalInt.of(port);
        try {
            return new MonitorConfig(chosen, bind, token);
        } catch (IllegalArgumentException e) {
            settings.problem("monitor.tokenVariable", "****", String.valueOf(e.getMessage()));
            return new MonitorConfig(chosen, bind, Optional.empty());
        }
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text.trim());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("must be an address of this machine", e);
        }
    }

    @Override
    public String toString() {
        return "MonitorConfig[port=" + (port.isPresent() ? port.getAsInt() : "none") + ", bind=" + bind.getHostAddress()
                + ", token=" + (token.isPresent() ? "****" : "none") + "]";
    }
}
