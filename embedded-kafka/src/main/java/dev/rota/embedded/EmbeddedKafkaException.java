package dev.rota.embedded;

/** The broker could not start. The message is meant for the user: it names what is wrong and what to do. */
public final class EmbeddedKafkaException extends RuntimeException {

    public EmbeddedKafkaException(String message) {
        super(message);
    }

    public EmbeddedKafkaException(String message, Throwable cause) {
        super(message, cause);
    }
}
