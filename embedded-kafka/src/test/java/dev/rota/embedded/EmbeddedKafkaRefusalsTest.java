package dev.rota.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user can get wrong is told before Kafka starts: none of these needs a broker. */
class EmbeddedKafkaRefusalsTest {

    @TempDir
    private Path directory;

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertRefused(taken.getLocalPort(), "port " + taken.getLocalPort(), "taken", "choose another port");
        }
    }

    @Test
    void nothingIsWrittenForKafkaWhenThePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertRefused(taken.getLocalPort(), "taken");
        }
        assertThat(directory.resolve("log")).doesNotExist();
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        directory = file.resolve("kafka");
        assertRefused(0, directory.toString(), "cannot be written", "choose another one");
    }

    @Test
    void aDirectoryInUseNamesItsOwner() {
        DirectoryLock held = DirectoryLock.take(directory);
        try (held) {
            assertRefused(
                    0,
                    directory.toString(),
                    "process " + ProcessHandle.current().pid(),
                    "stop that one");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aLockIsFreeAgainOnceItsHolderIsGone() throws IOException {
        DirectoryLock.take(directory).close();
        DirectoryLock.take(directory).close();
    }

    @Test
    void aBrokenMetaPropertiesIsNamed() throws IOException {
        writeMeta("version=ninety\n");
        assertRefused(0, "meta.properties", "start empty");
    }

    @Test
    void anotherKafkasDirectoryIsLeftAlone() throws IOException {
        writeMeta("version=1\nnode.id=7\ncluster.id=abc\n");
        assertRefused(0, "node.id=7", "another Kafka", "choose another one");
    }

    @Test
    void dataWithoutMetaPropertiesIsNotFormattedOver() throws IOException {
        Files.createDirectories(directory.resolve("log/rota.models-0"));
        assertRefused(0, "no meta.properties", "restore that file");
    }

    @Test
    void aDirectoryOfANewerKafkaIsLeftAlone() throws IOException {
        Files.writeString(directory.resolve("broker.properties"), "kafka.version=99.1.0\nport=9092\n");
        assertRefused(0, "written by Kafka 99.1.0", "use the newer Rota");
    }

    private void writeMeta(String text) throws IOException {
        Files.createDirectories(directory.resolve("log"));
        Files.writeString(directory.resolve("log/meta.properties"), text);
    }

    private void assertRefused(int port, String... words) {
        try (EmbeddedKafka kafka = new EmbeddedKafka(new EmbeddedKafkaConfig(directory, port))) {
            assertThatThrownBy(kafka::start)
                    .isInstanceOf(EmbeddedKafkaException.class)
                    .hasMessageContainingAll(words);
        }
    }
}
