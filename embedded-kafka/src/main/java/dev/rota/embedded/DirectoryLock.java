package dev.rota.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Holds a data directory for one broker. Kafka has such a lock too, but takes it only after its controller has begun to
 * write. The operating system drops this one when the process ends, however it ends.
 */
final class DirectoryLock implements AutoCloseable {

    static final String FILE = "lock";

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Creates the directory if need be and locks it. */
    static DirectoryLock take(Path directory) {
        try {
            Files.createDirectories(directory);
            return take(directory, directory.resolve(FILE));
        } catch (IOException e) {
            throw new EmbeddedKafkaException(
                    "Kafka's data directory %s cannot be written (%s): choose another one or correct its permissions"
                            .formatted(directory, reason(e)),
                    e);
        }
    }

    private static DirectoryLock take(Path directory, Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (tryLock(channel) == null) {
                throw new EmbeddedKafkaException(
                        "Kafka's data directory %s is in use by %s: stop that one or choose another directory"
                                .formatted(directory, owner(channel)));
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8)), 0);
            return new DirectoryLock(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null; // this very process holds it
        }
    }

    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(32);
        channel.read(text, 0);
        String pid = UTF_8.decode(text.flip()).toString().strip();
        return pid.isEmpty() ? "another process" : "process " + pid;
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
