package dev.rota.ranking.topology;

import dev.rota.schema.serde.RegistryUnavailableException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells a record that is bad from a registry that is down. The latter must stop the ranking: were its records set
 * aside, evidence would be lost for good.
 */
final class RegistryTrouble {
    private static final Pattern SERVER_ERROR = Pattern.compile("error code: 5\\d");

    private RegistryTrouble() {}

    static boolean isCauseOf(@Nullable Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryUnavailableException
                    || cause.getClass().getPackageName().equals("java.net")
                    || SERVER_ERROR.matcher(String.valueOf(cause.getMessage())).find()) {
                return true;
            }
        }
        return false;
    }
}
