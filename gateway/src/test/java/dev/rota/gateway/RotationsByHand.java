package dev.rota.gateway;

import dev.rota.domain.rotation.Rotation;
import java.net.URI;

/** Without Kafka: rotations are handed to the streams. */
final class RotationsByHand implements ServedRotations {
    private final TestGateway gateway;

    RotationsByHand(GatewayConfig config) {
        gateway = new TestGateway(config, GatewayParts.none());
    }

    @Override
    public URI address() {
        return gateway.address();
    }

    @Override
    public long put(Rotation rotation) {
        long at = System.nanoTime();
        gateway.fed().put(rotation);
        return at;
    }

    @Override
    public void close() {
        gateway.close();
    }
}
