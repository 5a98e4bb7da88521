package dev.rota.registry.subject;

import java.util.List;
import java.util.Optional;

/**
 * A version as requests name it: a number from 1, or the latest, written {@code latest} or {@code -1}.
 *
 * @param number the number, or {@value #LATEST}
 */
public record VersionRef(int number) {

    static final int LATEST = -1;

    /**
     * Reads what a request says.
     *
     * @throws RegistryError if it is no version
     */
    public static VersionRef parse(String text) {
        if (text.equalsIgnoreCase("latest")) {
            return new VersionRef(LATEST);
        }
        try {
            int number = Integer.parseInt(text);
            if (number > 0 || number == LATEST) {
                return new VersionRef(number);
            }
        } catch (NumberFormatException _) {
            // told below, as any other text that is no version
        }
        throw RegistryError.invalidVersion(text);
    }

    /** The version meant, of these, oldest first. */
    Optional<StoredSchema> among(List<StoredSchema> versions) {
        if (isLatest()) {
            return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
        }
        return versions.stream().filter(each -> each.version() == number).findFirst();
    }

    boolean isLatest() {
        return number == LATEST;
    }
}
