package dev.rota.registry;

/** The registry could not start. The message is meant for the user: it names what is wrong and what to do. */
public final class SchemaRegistryException extends RuntimeException {

    public SchemaRegistryException(String message) {
        super(message);
    }

    public SchemaRegistryException(String message, Throwable cause) {
        super(message, cause);
    }
}
