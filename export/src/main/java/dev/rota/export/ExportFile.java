package dev.rota.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.UUID;

/** A file that is replaced as a whole, so that who reads it sees the old text or the new one and nothing between. */
public final class ExportFile {
    private final Path file;

    public ExportFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /**
     * Writes the text unless the file holds it already.
     *
     * @return whether anything was written
     * @throws IOException if the directory cannot be written to
     */
    public boolean replace(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return false;
        }
        // A link is followed, so that a mounted or linked configuration stays one.
        Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file;
        Path half = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
        try {
            Files.write(half, bytes);
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
        return true;
    }
}
