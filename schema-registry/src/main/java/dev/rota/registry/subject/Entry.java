package dev.rota.registry.subject;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import org.jspecify.annotations.Nullable;

/** One change of the registry's state, as the log holds it. A later entry of the same thing replaces an earlier one. */
public sealed interface Entry {

    /** A version is as told. */
    record Put(StoredSchema schema) implements Entry {}

    /** A version is gone for good. */
    record Removed(String subject, int version) implements Entry {}

    /** All versions of a subject up to this one are deleted. Written by Confluent's registry, not by this one. */
    record SubjectDeleted(String subject, int upToVersion) implements Entry {}

    /** The compatibility level of a subject, or of all that have none of their own; null takes it away. */
    record Level(@Nullable String subject, @Nullable CompatibilityLevel level) implements Entry {}
}
