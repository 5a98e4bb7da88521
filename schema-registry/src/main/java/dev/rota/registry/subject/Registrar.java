package dev.rota.registry.subject;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a changing request leads to. One change at a time: ids and versions are given by looking at the state
 * that all earlier changes have reached.
 */
public final class Registrar {

    private final Subjects subjects;
    private final Lookup lookup;
    private final Compatibility compatibility;
    private final SchemaParser parser;
    private final EntryLog log;

    public Registrar(Subjects subjects, EntryLog log) {
        this.subjects = subjects;
        this.log = log;
        this.parser = new SchemaParser(subjects);
        this.lookup = new Lookup(subjects, parser);
        this.compatibility = new Compatibility(subjects, lookup, parser);
    }

    public Lookup lookup() {
        return lookup;
    }

    public Compatibility compatibility() {
        return compatibility;
    }

    /** Registers a schema under a subject, or finds it there already. */
    public synchronized StoredSchema register(Schema request, boolean normalize) {
        String subject = request.getSubject();
        if (subject.isBlank() || subject.codePoints().anyMatch(Character::isISOControl)) {
            throw RegistryError.invalidSubject(subject);
        }
        if (request.getId() != null && request.getId() > 0) {
            throw RegistryError.notPermitted(
                    "Subject %s is not in import mode: ids are given by the registry".formatted(subject));
        }
        ParsedSchema schema = parser.parse(request, true, normalize);
        SchemaContent content = SchemaContent.of(schema);
        return subjects
                .versions(subject, each -> !each.deleted() && each.content().equals(content))
                .stream()
                .findFirst()
                .orElseGet(() -> add(subject, schema, content));
    }

    private StoredSchema add(String subject, ParsedSchema schema, SchemaContent content) {
        List<String> reasons = compatibility.check(subject, schema, compatibility.previous(subject));
        if (!reasons.isEmpty()) {
            throw RegistryError.incompatible(subject, reasons);
        }
        StoredSchema stored = new StoredSchema(subject, nextVersion(subject), idOf(content), content, false);
        log.write(new Entry.Put(stored));
        return stored;
    }

    private int nextVersion(String subject) {
        return 1
                + subjects.versions(subject, _ -> true).stream()
                        .mapToInt(StoredSchema::version)
                        .max()
                        .orElse(0);
    }

    private int idOf(SchemaContent content) {
        return subjects.all(each -> each.content().equals(content)).stream()
                .mapToInt(StoredSchema::id)
                .findFirst()
                .orElseGet(() -> subjects.maxId() + 1);
    }

    /** Deletes a version, or removes a deleted one for good. Returns its number. */
    public synchronized int deleteVersion(String subject, VersionRef ref, boolean permanent) {
        StoredSchema schema = lookup.version(subject, ref, !ref.isLatest());
        refuseIfReferenced(schema);
        if (permanent && !schema.deleted()) {
            throw RegistryError.versionNotDeleted(subject, schema.version());
        }
        if (!permanent && schema.deleted()) {
            throw RegistryError.versionAlreadyDeleted(subject, schema.version());
        }
        log.write(permanent ? new Entry.Removed(subject, schema.version()) : new Entry.Put(schema.asDeleted()));
        return schema.version();
    }

    /** Deletes a subject and its own level, or removes a deleted one for good. Returns the numbers of its versions. */
    public synchronized List<Integer> deleteSubject(String subject, boolean permanent) {
        List<StoredSchema> affected = subjects.versions(subject, each -> permanent || !each.deleted());
        if (affected.isEmpty()) {
            throw subjects.versions(subject, _ -> true).isEmpty()
                    ? RegistryError.subjectNotFound(subject)
                    : RegistryError.subjectAlreadyDeleted(subject);
        }
        if (permanent && affected.stream().anyMatch(each -> !each.deleted())) {
            throw RegistryError.subjectNotDeleted(subject);
        }
        affected.forEach(this::refuseIfReferenced);
        affected.forEach(each ->
                log.write(permanent ? new Entry.Removed(subject, each.version()) : new Entry.Put(each.asDeleted())));
        if (subjects.ownLevel(subject).isPresent()) {
            log.write(new Entry.Level(subject, null));
        }
        return affected.stream().map(StoredSchema::version).toList();
    }

    private void refuseIfReferenced(StoredSchema schema) {
        if (!lookup.referencedBy(schema).isEmpty()) {
            throw RegistryError.referenced(schema.subject(), schema.version());
        }
    }

    /** Sets the level of a subject, or of all that have none of their own if the subject is null. */
    public synchronized void setLevel(@Nullable String subject, CompatibilityLevel level) {
        log.write(new Entry.Level(subject, level));
    }

    /** Takes a subject's own level away, or sets the global one back. Returns the level until now. */
    public synchronized CompatibilityLevel deleteLevel(@Nullable String subject) {
        CompatibilityLevel level = subject == null
                ? subjects.globalLevel()
                : subjects.ownLevel(subject).orElseThrow(() -> RegistryError.levelNotConfigured(subject));
        log.write(new Entry.Level(subject, null));
        return level;
    }

    /** The level that applies: a subject's own, or the global one if that is asked for or the subject is null. */
    public CompatibilityLevel level(@Nullable String subject, boolean defaultToGlobal) {
        if (subject == null) {
            return subjects.globalLevel();
        }
        return defaultToGlobal
                ? subjects.level(subject)
                : subjects.ownLevel(subject).orElseThrow(() -> RegistryError.levelNotConfigured(subject));
    }
}
