package dev.rota.client.kafka;

import org.jspecify.annotations.Nullable;

/** A topic cannot be read. The message names what is missing and what to do. */
public final class TopicReadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is missing. */
    public enum Reason {
        KAFKA_UNREACHABLE,
        TOPIC_MISSING,
        REGISTRY_UNREACHABLE,
        /** Kafka answers, and says no: authentication, authorization. */
        REFUSED
    }

    private final Reason reason;

    TopicReadException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
