package dev.rota.registry.http;

import dev.rota.registry.subject.Lookup;
import dev.rota.registry.subject.RegistryError;
import dev.rota.registry.subject.StoredSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaString;
import io.confluent.kafka.schemaregistry.client.rest.entities.SubjectVersion;
import java.util.List;

/** {@code /schemas}: what belongs to an id, as consumers ask it. */
final class SchemaRoutes {

    private final Lookup lookup;

    SchemaRoutes(Lookup lookup) {
        this.lookup = lookup;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/schemas", this::all),
                Route.of("GET", "/schemas/types", _ -> List.of(AvroSchema.TYPE)),
                Route.of("GET", "/schemas/ids/{}", this::schema),
                Route.of("GET", "/schemas/ids/{}/schema", this::text),
                Route.of("GET", "/schemas/ids/{}/versions", this::versions),
                Route.of("GET", "/schemas/ids/{}/subjects", this::subjects));
    }

    private Object all(Request request) {
        String prefix = request.query().getOrDefault("subjectPrefix", "");
        List<StoredSchema> all = lookup.all(prefix, request.flag("deleted"));
        return all.stream()
                .filter(each -> !request.flag("latestOnly") || isLatest(each, all))
                .map(StoredSchema::toSchema)
                .toList();
    }

    private static boolean isLatest(StoredSchema schema, List<StoredSchema> all) {
        return all.stream()
                .noneMatch(each -> each.subject().equals(schema.subject()) && each.version() > schema.version());
    }

    private Object schema(Request request) {
        SchemaString answer = new SchemaString(lookup.id(id(request)).toSchema());
        if (request.flag("fetchMaxId")) {
            answer.setMaxId(lookup.maxId());
        }
        return answer;
    }

    private Object text(Request request) {
        return new Route.RawJson(lookup.id(id(request)).content().text());
    }

    private Object versions(Request request) {
        return lookup.places(id(request), request.flag("deleted")).stream()
                .map(each -> new SubjectVersion(each.subject(), each.version()))
                .toList();
    }

    private Object subjects(Request request) {
        return lookup.places(id(request), request.flag("deleted")).stream()
                .map(StoredSchema::subject)
                .distinct()
                .toList();
    }

    private static int id(Request request) {
        try {
            return Integer.parseInt(request.argument(0));
        } catch (NumberFormatException _) {
            throw new RegistryError(
                    404, 404, "'%s' is no schema id: ids are whole numbers".formatted(request.argument(0)));
        }
    }
}
