package dev.rota.registry.subject;

import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import java.util.List;

/** Finds what is registered, or tells what is missing. */
public final class Lookup {

    private final Subjects subjects;
    private final SchemaParser parser;

    Lookup(Subjects subjects, SchemaParser parser) {
        this.subjects = subjects;
        this.parser = parser;
    }

    /** The version that a subject has of a schema. */
    public StoredSchema schema(Schema request, boolean normalize, boolean deleted) {
        String subject = request.getSubject();
        versions(subject, deleted); // an unknown subject is told before a broken schema
        SchemaContent content = SchemaContent.of(parser.parse(request, false, normalize));
        return subjects
                .versions(
                        subject,
                        each -> visible(each, deleted) && each.content().equals(content))
                .stream()
                .findFirst()
                .orElseThrow(RegistryError::schemaNotFound);
    }

    public StoredSchema version(String subject, VersionRef ref, boolean deleted) {
        return ref.among(versions(subject, deleted)).orElseThrow(() -> RegistryError.versionNotFound(ref.number()));
    }

    /** The versions of a subject, oldest first; never empty. */
    public List<StoredSchema> versions(String subject, boolean deleted) {
        List<StoredSchema> versions = subjects.versions(subject, each -> visible(each, deleted));
        if (versions.isEmpty()) {
            throw RegistryError.subjectNotFound(subject);
        }
        return versions;
    }

    /** The schema of an id. A deleted one is found too: records written with it must stay readable. */
    public StoredSchema id(int id) {
        return subjects.all(each -> each.id() == id).stream()
                .findFirst()
                .orElseThrow(() -> RegistryError.schemaNotFound(id));
    }

    /** Where a schema is registered. */
    public List<StoredSchema> places(int id, boolean deleted) {
        id(id);
        return subjects.all(each -> each.id() == id && visible(each, deleted));
    }

    /** All versions whose subject starts so. */
    public List<StoredSchema> all(String subjectPrefix, boolean deleted) {
        return subjects.all(each -> each.subject().startsWith(subjectPrefix) && visible(each, deleted));
    }

    /** The ids of the schemas that build on this one, smallest first. */
    public List<Integer> referencedBy(StoredSchema schema) {
        return subjects
                .all(each -> !each.deleted()
                        && each.content().references().stream().anyMatch(reference -> refersTo(reference, schema)))
                .stream()
                .map(StoredSchema::id)
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean refersTo(SchemaReference reference, StoredSchema schema) {
        return reference.getSubject().equals(schema.subject()) && reference.getVersion() == schema.version();
    }

    public int maxId() {
        return subjects.maxId();
    }

    private static boolean visible(StoredSchema schema, boolean deleted) {
        return deleted || !schema.deleted();
    }
}
