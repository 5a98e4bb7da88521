package dev.rota.gateway;

import java.util.List;
import java.util.Optional;

/**
 * What a launcher adds to the gateway.
 *
 * @param report makes {@code /api/report}; empty for a gateway without
 * @param extensions further paths
 */
public record GatewayParts(Optional<ReportSource> report, List<GatewayExtension> extensions) {
    public GatewayParts {
        extensions = List.copyOf(extensions);
    }

    /** Nothing more. */
    public static GatewayParts none() {
        return new GatewayParts(Optional.empty(), List.of());
    }
}
