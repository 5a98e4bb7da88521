package dev.rota.registry.subject;

/**
 * A request that cannot be met, with the status and error code that Confluent's clients know. The codes are those of
 * Confluent's API reference.
 */
public final class RegistryError extends RuntimeException {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final int INTERNAL = 500;

    private final int status;
    private final int code;

    public RegistryError(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public int code() {
        return code;
    }

    static RegistryError subjectNotFound(String subject) {
        return new RegistryError(NOT_FOUND, 40401, "Subject '%s' not found.".formatted(subject));
    }

    static RegistryError versionNotFound(Object version) {
        return new RegistryError(NOT_FOUND, 40402, "Version %s not found.".formatted(version));
    }

    static RegistryError schemaNotFound() {
        return new RegistryError(NOT_FOUND, 40403, "Schema not found");
    }

    static RegistryError schemaNotFound(int id) {
        return new RegistryError(NOT_FOUND, 40403, "Schema %d not found".formatted(id));
    }

    static RegistryError subjectAlreadyDeleted(String subject) {
        return new RegistryError(
                NOT_FOUND,
                40404,
                "Subject '%s' is deleted already; permanent=true removes it for good".formatted(subject));
    }

    static RegistryError subjectNotDeleted(String subject) {
        return new RegistryError(
                NOT_FOUND, 40405, "Subject '%s' must be deleted before it can be removed for good".formatted(subject));
    }

    static RegistryError versionAlreadyDeleted(String subject, int version) {
        return new RegistryError(
                NOT_FOUND,
                40406,
                "Subject '%s' version %d is deleted already; permanent=true removes it for good"
                        .formatted(subject, version));
    }

    static RegistryError versionNotDeleted(String subject, int version) {
        return new RegistryError(
                NOT_FOUND,
                40407,
                "Subject '%s' version %d must be deleted before it can be removed for good"
                        .formatted(subject, version));
    }

    static RegistryError levelNotConfigured(String subject) {
        return new RegistryError(
                NOT_FOUND, 40408, "Subject '%s' has no compatibility level of its own".formatted(subject));
    }

    static RegistryError incompatible(String subject, Object reasons) {
        return new RegistryError(
                CONFLICT,
                CONFLICT,
                "Schema being registered is incompatible with an earlier schema for subject \"%s\", details: %s"
                        .formatted(subject, reasons));
    }

    public static RegistryError invalidSchema(String reason) {
        return new RegistryError(UNPROCESSABLE, 42201, "Invalid schema: " + reason);
    }

    static RegistryError invalidVersion(String version) {
        return new RegistryError(
                UNPROCESSABLE,
                42202,
                "The specified version '%s' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\""
                        .formatted(version));
    }

    public static RegistryError invalidLevel(String level) {
        return new RegistryError(
                UNPROCESSABLE,
                42203,
                "Invalid compatibility level '%s'. Valid values are none, backward, forward, full, backward_transitive, forward_transitive, and full_transitive"
                        .formatted(level));
    }

    public static RegistryError notPermitted(String reason) {
        return new RegistryError(UNPROCESSABLE, 42205, reason);
    }

    static RegistryError referenced(String subject, int version) {
        return new RegistryError(
                UNPROCESSABLE,
                42206,
                "Subject '%s' version %d is referenced by another schema; delete that one first"
                        .formatted(subject, version));
    }

    static RegistryError invalidSubject(String subject) {
        return new RegistryError(
                UNPROCESSABLE, 42208, "The specified subject '%s' is not a valid subject.".formatted(subject));
    }

    public static RegistryError storeFailed(String reason) {
        return new RegistryError(INTERNAL, 50001, "The schema could not be stored in Kafka: " + reason);
    }
}
