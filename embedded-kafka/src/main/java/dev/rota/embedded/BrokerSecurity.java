package dev.rota.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A broker that speaks TLS only, knows its users by SCRAM, and lets them do what access rules allow and nothing else.
 *
 * @param keyStore a PKCS12 file with the broker's key and a certificate for 127.0.0.1
 * @param keyStorePassword opens it
 * @param superUser may do everything; made with the data directory, for the broker itself and whoever makes the other
 *     users and rules. Its password stays what it was when the directory was new
 * @param superPassword its password
 */
public record BrokerSecurity(Path keyStore, String keyStorePassword, String superUser, String superPassword) {

    /** The listener's name, and what clients set as {@code security.protocol}. */
    public static final String LISTENER = "SASL_SSL";

    /** What clients set as {@code sasl.mechanism}. */
    public static final String MECHANISM = "SCRAM-SHA-512";

    public BrokerSecurity {
        for (String text : List.of(keyStorePassword, superUser, superPassword)) {
            if (text.isBlank() || text.chars().anyMatch(c -> "\"',[]=; \\".indexOf(c) >= 0)) {
                throw new IllegalArgumentException(
                        "names and passwords of the broker must not be empty, nor hold quotes, commas, brackets, =, ; or spaces");
            }
        }
        keyStore = keyStore.toAbsolutePath();
    }

    /** The value of {@code sasl.jaas.config} for a user. */
    public static String jaas(String user, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(user, password);
    }

    Map<String, Object> settings() {
        Map<String, Object> settings = new TreeMap<>();
        settings.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,SASL_SSL:SASL_SSL");
        settings.put("inter.broker.listener.name", LISTENER);
        settings.put("sasl.enabled.mechanisms", MECHANISM);
        settings.put("sasl.mechanism.inter.broker.protocol", MECHANISM);
        settings.put("listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config", jaas(superUser, superPassword));
        settings.put("ssl.keystore.type", "PKCS12");
        settings.put("ssl.keystore.location", keyStore);
        settings.put("ssl.keystore.password", keyStorePassword);
        settings.put("ssl.key.password", keyStorePassword);
        // The broker is also a client of itself.
        settings.put("ssl.truststore.type", "PKCS12");
        settings.put("ssl.truststore.location", keyStore);
        settings.put("ssl.truststore.password", keyStorePassword);
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("allow.everyone.if.no.acl.found", false);
        // The controller's socket is the broker's own, on loopback; whoever comes there has no name.
        settings.put("super.users", "User:" + superUser + ";User:ANONYMOUS");
        return settings;
    }

    /** The super user as Kafka's formatter takes it. */
    List<String> users() {
        return List.of("%s=[name=%s,password=%s]".formatted(MECHANISM, superUser, superPassword));
    }

    @Override
    public String toString() {
        return "BrokerSecurity[keyStore=" + keyStore + ", superUser=" + superUser + "]";
    }
}
