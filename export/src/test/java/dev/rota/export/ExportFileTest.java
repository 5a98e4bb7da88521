package dev.rota.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void onlyWhatDiffersIsWritten() throws IOException {
        ExportFile file = new ExportFile(directory.resolve("config.yaml"));

        assertThat(file.replace("one\n")).isTrue();
        assertThat(file.replace("one\n")).isFalse();
        assertThat(file.replace("two\n")).isTrue();
        assertThat(directory.resolve("config.yaml")).hasContent("two\n");
        assertThat(files()).hasSize(1);
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path real = Files.writeString(directory.resolve("real.yaml"), "one\n");
        Path link = Files.createSymbolicLink(directory.resolve("link.yaml"), real);

        new ExportFile(link).replace("two\n");

        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("two\n");
    }

    @Test
    void aReaderSeesTheOldTextOrTheNewOne() throws Exception {
        String old = "o".repeat(200_000);
        String young = "y".repeat(200_000);
        Path path = directory.resolve("config.yaml");
        ExportFile file = new ExportFile(path);
        file.replace(old);
        Thread writer = Thread.ofPlatform().name("writer").start(() -> {
            for (int i = 0; i < 50; i++) {
                replace(file, i % 2 == 0 ? young : old);
            }
        });
        while (writer.isAlive()) {
            assertThat(Files.readString(path)).isIn(old, young);
        }
        writer.join();
    }

    @Test
    void aDirectoryThatIsNotThereIsAnError() {
        ExportFile file = new ExportFile(directory.resolve("nowhere").resolve("config.yaml"));

        assertThatThrownBy(() -> file.replace("x")).isInstanceOf(IOException.class);
    }

    private static void replace(ExportFile file, String text) {
        try {
            file.replace(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
