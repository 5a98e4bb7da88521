package dev.rota.client;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A feed that delivers what a test puts in. */
public final class MemoryFeed implements RotationFeed {
    private @Nullable RotationSink sink;
    private boolean closed;

    @Override
    public void start(RotationSink to) {
        sink = to;
    }

    public RotationSink sink() {
        return Objects.requireNonNull(sink);
    }

    public boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
