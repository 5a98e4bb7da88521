package dev.rota.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.metadata.properties.MetaProperties;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.properties.PropertiesUtils;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * The broker's files: Kafka's own in {@code log/}, and beside them {@code broker.properties}, which remembers the port
 * and the Kafka version that wrote last.
 */
final class BrokerDirectory {

    static final String STATE_FILE = "broker.properties";
    private static final String CLEAN_SHUTDOWN_FILE = ".kafka_cleanshutdown"; // Kafka's
    static final String PORT = "port";
    static final String KAFKA_VERSION = "kafka.version";

    private final Path directory;
    private final Path log;

    BrokerDirectory(Path directory) {
        this.directory = directory;
        this.log = directory.resolve("log");
    }

    Path kafkaDirectory() {
        return log;
    }

    /** Refuses a directory that this Kafka would damage or choke on. */
    void check() {
        String writtenBy = state().getProperty(KAFKA_VERSION, "0");
        if (KafkaVersion.parse(writtenBy).isAfter(KafkaVersion.parse(AppInfoParser.getVersion()))) {
            throw new EmbeddedKafkaException(
                    "Kafka's data directory %s was written by Kafka %s; this is Kafka %s, which cannot read newer data: use the newer Rota or another directory"
                            .formatted(directory, writtenBy, AppInfoParser.getVersion()));
        }
        if (formatted()) {
            checkMetaProperties();
        } else if (holdsFiles()) {
            throw new EmbeddedKafkaException(
                    "Kafka's data directory %s holds data but no %s: restore that file, or move the directory away to start empty"
                            .formatted(log, MetaPropertiesEnsemble.META_PROPERTIES_NAME));
        }
    }

    /** The port of the last run, or {@link EmbeddedKafkaConfig#ANY_PORT} if it is unknown. */
    int rememberedPort() {
        String port = state().getProperty(PORT, "");
        return port.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(port) : EmbeddedKafkaConfig.ANY_PORT;
    }

    /** Notes the port, and that this version of Kafka has written here. */
    void remember(int port) {
        Properties state = new Properties();
        state.setProperty(PORT, Integer.toString(port));
        state.setProperty(KAFKA_VERSION, AppInfoParser.getVersion());
        if (!state.equals(state())) {
            try {
                PropertiesUtils.writePropertiesFile(state, stateFile().toString(), true);
            } catch (IOException e) {
                throw unusable(stateFile(), e);
            }
        }
    }

    /**
     * Prepares an empty directory; leaves a formatted one alone. A format cut short is done again.
     *
     * @param users as Kafka's formatter takes them; there from the first start on
     */
    void format(List<String> users) {
        if (formatted()) {
            return;
        }
        try {
            Formatter formatter = new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false))
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                    .setDirectories(List.of(log.toString()))
                    .setMetadataLogDirectory(log.toString());
            if (!users.isEmpty()) {
                formatter.setScramArguments(users);
            }
            formatter.run();
        } catch (Exception e) {
            throw unusable(log, e);
        }
    }

    /** Whether a broker ran here and did not sign off. */
    boolean crashed() {
        return formatted() && !Files.exists(log.resolve(CLEAN_SHUTDOWN_FILE));
    }

    private boolean formatted() {
        return Files.exists(metaProperties());
    }

    /** Whether there is data; Kafka's formatter leaves plain files only, and writes meta.properties last. */
    private boolean holdsFiles() {
        if (!Files.exists(log)) {
            return false;
        }
        try (var files = Files.list(log)) {
            return files.anyMatch(Files::isDirectory);
        } catch (IOException e) {
            throw unusable(log, e);
        }
    }

    private void checkMetaProperties() {
        MetaProperties meta;
        try {
            meta = new MetaProperties.Builder(
                            PropertiesUtils.readPropertiesFile(metaProperties().toString()))
                    .build();
        } catch (IOException | RuntimeException e) {
            throw unusable(metaProperties(), e);
        }
        if (meta.nodeId().orElse(-1) != BrokerSettings.NODE_ID
                || meta.clusterId().isEmpty()) {
            throw new EmbeddedKafkaException(
                    "%s says node.id=%s cluster.id=%s, but Rota's broker is node %d of a named cluster: this directory belongs to another Kafka; choose another one"
                            .formatted(
                                    metaProperties(),
                                    meta.nodeId().orElse(-1),
                                    meta.clusterId().orElse(""),
                                    BrokerSettings.NODE_ID));
        }
    }

    private Properties state() {
        if (!Files.exists(stateFile())) {
            return new Properties();
        }
        try {
            return PropertiesUtils.readPropertiesFile(stateFile().toString());
        } catch (IOException | RuntimeException e) {
            throw unusable(stateFile(), e);
        }
    }

    private Path stateFile() {
        return directory.resolve(STATE_FILE);
    }

    private Path metaProperties() {
        return log.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME);
    }

    private EmbeddedKafkaException unusable(Path file, Exception e) {
        return new EmbeddedKafkaException(
                "%s cannot be used (%s): restore it from a backup, or move %s away to start empty"
                        .formatted(file, e.getMessage(), directory),
                e);
    }
}
