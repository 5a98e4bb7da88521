package dev.rota.launcher.up;

import dev.rota.launcher.UserError;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line of {@code rota up} says besides settings.
 *
 * @param once stop after one sweep
 * @param data the data directory; null for the default
 * @param testers tester workers, 1 to 64
 * @param catalogues as {@code --catalogue} gave them; none leaves the choice to configuration and environment
 * @param seed of the simulator
 */
public record UpFlags(boolean once, @Nullable Path data, int testers, List<String> catalogues, long seed) {
    public UpFlags {
        if (testers < 1 || testers > 64) {
            throw UserError.usage("--testers must be from 1 to 64, not " + testers);
        }
        catalogues = List.copyOf(catalogues);
    }

    /** The data directory, made absolute. */
    public Path dataDirectory() {
        Path chosen =
                data == null ? Path.of(System.getProperty("rota.home", ".")).resolve("data") : data;
        return chosen.toAbsolutePath().normalize();
    }
}
