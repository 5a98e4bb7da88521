package dev.rota.launcher.options;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Which configuration file holds: the one named, else {@code rota.yaml} in the working directory, else none. */
public final class ConfigFile {
    private static final Path DEFAULT = Path.of("rota.yaml");

    private ConfigFile() {}

    public static @Nullable Path choose(@Nullable Path named) {
        if (named != null) {
            return named;
        }
        return Files.isRegularFile(DEFAULT) ? DEFAULT : null;
    }
}
