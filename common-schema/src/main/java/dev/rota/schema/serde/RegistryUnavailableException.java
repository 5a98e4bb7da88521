package dev.rota.schema.serde;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import javax.net.ssl.SSLException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * The schema registry is away, busy, or refuses us: it says nothing of the record, which can be read or written later.
 * Whoever meets it waits; a record set aside for it would be lost for nothing.
 */
public final class RegistryUnavailableException extends SerializationException {
    private static final long serialVersionUID = 1L;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    RegistryUnavailableException(String topic, RuntimeException cause) {
        super("the schema registry cannot be asked about " + topic + ": " + deepest(cause), cause);
    }

    /** Whether something was thrown because the registry could not be asked. */
    static boolean isBehind(RuntimeException thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            // Avro throws IOExceptions of its own for bytes that end early: only the network's count.
            if (cause instanceof SocketException
                    || cause instanceof SocketTimeoutException
                    || cause instanceof HttpTimeoutException
                    || cause instanceof UnknownHostException
                    || cause instanceof SSLException
                    || cause instanceof RetriableException
                    || cause instanceof AuthenticationException
                    || cause instanceof AuthorizationException
                    || (cause instanceof RestClientException rest && (aboutUs(rest.getStatus()) || noRegistry(rest)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean aboutUs(int status) {
        return status >= SERVER_ERROR || status == 401 || status == 403 || status == 408 || status == 429;
    }

    /**
     * Whether this 404 is of something else at that address: a registry that does not know a schema or subject says so
     * with a code of its own, 404xx (the API's "Errors").
     */
    private static boolean noRegistry(RestClientException refusal) {
        return refusal.getStatus() == NOT_FOUND && refusal.getErrorCode() / 100 != NOT_FOUND;
    }

    private static String deepest(Throwable thrown) {
        Throwable deepest = thrown;
        for (@Nullable Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            deepest = cause;
        }
        return deepest.toString();
    }
}
