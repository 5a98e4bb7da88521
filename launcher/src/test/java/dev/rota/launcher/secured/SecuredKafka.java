package dev.rota.launcher.secured;

import dev.rota.embedded.BrokerSecurity;
import dev.rota.embedded.EmbeddedKafka;
import dev.rota.embedded.EmbeddedKafkaConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterUserScramCredentialsResult;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/** A broker with TLS, users and access rules, and the files that a deployment would have beside it. */
final class SecuredKafka implements AutoCloseable {
    static final String STORE_PASSWORD = "store-secret";
    private static final String SUPER = "broker";
    private static final int ITERATIONS = 4096;

    private final Path directory;
    private final EmbeddedKafka broker;

    private SecuredKafka(Path directory, EmbeddedKafka broker) {
        this.directory = directory;
        this.broker = broker;
    }

    static SecuredKafka start(Path directory, Set<String> users, List<AccessRules.Rule> rules) throws Exception {
        keytool(
                directory,
                "-genkeypair -alias server -keyalg EC -dname CN=127.0.0.1 -ext san=ip:127.0.0.1 -validity 2 -keystore keys.p12");
        keytool(directory, "-exportcert -alias server -rfc -file ca.pem -keystore keys.p12");
        keytool(directory, "-importcert -noprompt -alias ca -file ca.pem -keystore trust.p12");
        BrokerSecurity security =
                new BrokerSecurity(directory.resolve("keys.p12"), STORE_PASSWORD, SUPER, password(SUPER));
        EmbeddedKafka broker = new EmbeddedKafka(
                new EmbeddedKafkaConfig(directory.resolve("kafka"), EmbeddedKafkaConfig.ANY_PORT).secured(security));
        broker.start();
        SecuredKafka kafka = new SecuredKafka(directory, broker);
        try (Admin admin = Admin.create(new HashMap<>(kafka.client(SUPER)))) {
            List<UserScramCredentialAlteration> made = users.stream()
                    .<UserScramCredentialAlteration>map(user -> new UserScramCredentialUpsertion(
                            user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), password(user)))
                    .toList();
            AlterUserScramCredentialsResult result = admin.alterUserScramCredentials(made);
            result.all().get();
            admin.createAcls(rules.stream()
                            .flatMap(rule -> rule.bindings().stream())
                            .toList())
                    .all()
                    .get();
        }
        return kafka;
    }

    static String password(String user) {
        return "secret-of-" + user;
    }

    Path keyStore() {
        return directory.resolve("keys.p12");
    }

    Path trustStore() {
        return directory.resolve("trust.p12");
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** What a client of this user sets. */
    Map<String, String> client(String user) {
        return client(user, password(user));
    }

    Map<String, String> client(String user, String password) {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                BrokerSecurity.jaas(user, password),
                "ssl.truststore.type",
                "PKCS12",
                "ssl.truststore.location",
                trustStore().toString(),
                "ssl.truststore.password",
                STORE_PASSWORD);
    }

    private static void keytool(Path directory, String words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(words.split(" ")));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", STORE_PASSWORD));
        Path log = directory.resolve("keytool.log");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool failed: " + Files.readString(log));
        }
    }

    @Override
    public void close() {
        broker.close();
    }
}
