package dev.rota.client.kafka;

import dev.rota.client.kafka.TopicReadException.Reason;
import dev.rota.runtime.kafka.KafkaSettings;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Tells from what a client threw what is missing. */
public final class ReadFaults {
    private static final int SERVER_ERROR = 500;

    private ReadFaults() {}

    static TopicReadException of(KafkaException thrown, String topic, KafkaSettings kafka) {
        if (thrown instanceof UnknownTopicOrPartitionException) {
            return missing(topic, kafka);
        }
        if (thrown instanceof TimeoutException) {
            return unreachable(kafka, thrown);
        }
        if (thrown instanceof AuthenticationException || thrown instanceof AuthorizationException) {
            return new TopicReadException(
                    Reason.REFUSED,
                    "Kafka at " + kafka.bootstrapServers() + " refuses to let topic " + topic + " be read: "
                            + thrown.getMessage() + "; check the kafka.* settings and the cluster's access rules",
                    thrown);
        }
        if (causedBy(thrown, ConfigException.class)) {
            return new TopicReadException(
                    Reason.KAFKA_UNREACHABLE,
                    "Kafka cannot be reached with these settings: "
                            + deepest(thrown).getMessage(),
                    thrown);
        }
        return new TopicReadException(
                Reason.KAFKA_UNREACHABLE, "topic " + topic + " cannot be read: " + thrown.getMessage(), thrown);
    }

    static TopicReadException missing(String topic, KafkaSettings kafka) {
        return new TopicReadException(
                Reason.TOPIC_MISSING,
                "Kafka at " + kafka.bootstrapServers() + " has no topic " + topic
                        + "; start a service that makes it, such as ./rota up",
                null);
    }

    private static TopicReadException unreachable(KafkaSettings kafka, Throwable cause) {
        return new TopicReadException(
                Reason.KAFKA_UNREACHABLE,
                "Kafka at " + kafka.bootstrapServers() + " does not answer within "
                        + ReaderSettings.PATIENCE.toSeconds() + " s; start it, or set kafka.bootstrap.servers",
                cause);
    }

    /** What to throw if a value could not be read because the registry is out of reach; null if it is unreadable. */
    public static @Nullable TopicReadException registry(RuntimeException thrown, KafkaSettings kafka) {
        if (!outOfReach(thrown)) {
            return null;
        }
        return new TopicReadException(
                Reason.REGISTRY_UNREACHABLE,
                "the schema registry at " + kafka.registryUrl()
                        + " does not answer; start it, or set schema.registry.url",
                thrown);
    }

    // Avro throws kinds of IOException of its own for bytes that end early: only the network's count.
    private static boolean outOfReach(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketException
                    || cause instanceof SocketTimeoutException
                    || cause instanceof UnknownHostException
                    || cause instanceof SSLException
                    || (cause instanceof RestClientException rest && rest.getStatus() >= SERVER_ERROR)) {
                return true;
            }
        }
        return false;
    }

    private static boolean causedBy(Throwable thrown, Class<? extends Throwable> type) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static Throwable deepest(Throwable thrown) {
        Throwable deepest = thrown;
        for (@Nullable Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            deepest = cause;
        }
        return deepest;
    }
}
