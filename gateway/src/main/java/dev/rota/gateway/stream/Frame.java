package dev.rota.gateway.stream;

import dev.rota.domain.rotation.Rotation;
import dev.rota.json.JsonForms;
import org.jspecify.annotations.Nullable;

/** One revision, encoded once for all subscribers, and the one after it when there is one. */
final class Frame {
    private final long sequence;
    private final long revision;
    private final byte[] bytes;
    private volatile @Nullable Frame next;

    private Frame(long sequence, long revision, byte[] bytes) {
        this.sequence = sequence;
        this.revision = revision;
        this.bytes = bytes;
    }

    static Frame of(long sequence, Rotation rotation) {
        String event = "id: " + rotation.revision() + "\nevent: rotation\ndata: " + JsonForms.ROTATION.write(rotation)
                + "\n\n";
        return new Frame(sequence, rotation.revision(), Chunk.of(event));
    }

    /** From 0, one more each time, even where revisions begin anew. */
    long sequence() {
        return sequence;
    }

    long revision() {
        return revision;
    }

    /** The event as a chunk of the body. */
    byte[] bytes() {
        return bytes;
    }

    @Nullable
    Frame next() {
        return next;
    }

    void append(Frame following) {
        next = following;
    }
}
