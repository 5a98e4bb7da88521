package dev.rota.registry.subject;

import io.confluent.kafka.schemaregistry.CompatibilityChecker;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import java.util.List;

/** Whether a schema fits those before it, by the level of its subject. Confluent's checker decides. */
public final class Compatibility {

    private final Subjects subjects;
    private final Lookup lookup;
    private final SchemaParser parser;

    Compatibility(Subjects subjects, Lookup lookup, SchemaParser parser) {
        this.subjects = subjects;
        this.lookup = lookup;
        this.parser = parser;
    }

    /** Why a schema would not fit one version; empty if it would, or if there is no latest one. */
    public List<String> checkVersion(Schema request, VersionRef ref, boolean normalize) {
        String subject = request.getSubject();
        ParsedSchema schema = parser.parse(request, true, normalize);
        if (ref.isLatest() && previous(subject).isEmpty()) {
            return List.of();
        }
        return check(subject, schema, List.of(lookup.version(subject, ref, false)));
    }

    /** Why a schema could not become the subject's next version; empty if it could. */
    public List<String> checkSubject(Schema request, boolean normalize) {
        String subject = request.getSubject();
        return check(subject, parser.parse(request, true, normalize), previous(subject));
    }

    List<StoredSchema> previous(String subject) {
        return subjects.versions(subject, each -> !each.deleted());
    }

    List<String> check(String subject, ParsedSchema schema, List<StoredSchema> previous) {
        List<ParsedSchema> parsed = previous.stream().map(parser::parse).toList();
        return CompatibilityChecker.checker(subjects.level(subject)).isCompatible(schema, parsed);
    }
}
