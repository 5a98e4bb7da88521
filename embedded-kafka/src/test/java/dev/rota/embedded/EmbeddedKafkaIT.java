package dev.rota.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedKafkaIT {

    @TempDir
    private Path directory;

    @Test
    void aRestartKeepsTheDataAndThePort() throws Exception {
        String first;
        try (EmbeddedKafka kafka = started()) {
            first = kafka.bootstrapServers();
            Records.createTopic(first, "t");
            Records.write(first, "t", "one", "two");
        }
        try (EmbeddedKafka kafka = started()) {
            assertThat(kafka.bootstrapServers()).isEqualTo(first);
            assertThat(Records.read(first, "t", 2)).containsExactly("one", "two");
        }
    }

    @Test
    void aKilledBrokerComesBackWithWhatItAcknowledged() throws Exception {
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "--enable-native-access=ALL-UNNAMED",
                        BrokerProcess.class.getName(),
                        directory.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            String bootstrap = bootstrap(process);
            Records.createTopic(bootstrap, "t");
            Records.write(bootstrap, "t", "before the kill");
            Records.readInGroup(bootstrap, "t", 1);
        } finally {
            process.destroyForcibly().waitFor(60, TimeUnit.SECONDS);
        }
        try (EmbeddedKafka kafka = started()) {
            Records.write(kafka.bootstrapServers(), "t", "after the kill");
            assertThat(Records.read(kafka.bootstrapServers(), "t", 2))
                    .containsExactly("before the kill", "after the kill");
            assertThat(Records.readInGroup(kafka.bootstrapServers(), "t", 1)).containsExactly("after the kill");
        }
    }

    @Test
    void aRememberedPortThatIsTakenGivesWayToAnother() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Files.writeString(directory.resolve("broker.properties"), "port=" + taken.getLocalPort() + "\n");
            try (EmbeddedKafka kafka = started()) {
                assertThat(kafka.bootstrapServers())
                        .startsWith("127.0.0.1:")
                        .doesNotEndWith(":" + taken.getLocalPort());
            }
        }
    }

    @Test
    void aDirectoryServesOneBrokerAtATime() {
        try (EmbeddedKafka kafka = started();
                EmbeddedKafka second = new EmbeddedKafka(new EmbeddedKafkaConfig(directory, 0))) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(EmbeddedKafkaException.class)
                    .hasMessageContaining("in use by");
            assertThat(kafka.bootstrapServers()).isNotEmpty();
        }
    }

    @Test
    void aTopicIsNotCreatedByReadingOrWriting() {
        try (EmbeddedKafka kafka = started()) {
            assertThatThrownBy(() -> {
                        try (var admin = Records.admin(kafka.bootstrapServers())) {
                            admin.describeTopics(List.of("never-made"))
                                    .allTopicNames()
                                    .get(60, TimeUnit.SECONDS);
                        }
                    })
                    .hasRootCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    private EmbeddedKafka started() {
        EmbeddedKafka kafka = new EmbeddedKafka(new EmbeddedKafkaConfig(directory, 0));
        kafka.start();
        return kafka;
    }

    private static String bootstrap(Process process) throws IOException {
        BufferedReader reader = process.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith("bootstrap ")) {
                return line.substring("bootstrap ".length());
            }
        }
        throw new IOException("the broker process ended with " + process.exitValue());
    }
}
