package dev.rota.tester.marking;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * JSON Schemas, draft 2020-12 unless a schema says otherwise. Nothing is ever fetched: a reference to another document
 * is an error. Patterns give up after a time. Thread-safe; schemas are kept, for there are as many as graders in the
 * suites.
 */
public final class JsonSchemas {
    private static final int MAX_ERRORS = 3;
    private static final SchemaRegistryConfig CONFIG = SchemaRegistryConfig.builder()
            .regularExpressionFactory(pattern -> {
                BoundedRegex regex = new BoundedRegex(pattern);
                return text -> regex.find(text) == BoundedRegex.Result.FOUND;
            })
            .build();

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(CONFIG).schemaLoader(loader -> loader.fetchRemoteResources(false)));
    private final SchemaRegistry metaRegistry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final ConcurrentMap<String, Schema> schemas = new ConcurrentHashMap<>();

    /** What is wrong with a schema itself; empty if nothing is. */
    public Optional<String> problemWith(String schema) {
        Optional<JsonNode> node = JsonValues.parse(schema);
        if (node.isEmpty()) {
            return Optional.of("it is not JSON");
        }
        try {
            Schema meta = metaRegistry.getSchema(
                    com.networknt.schema.SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
            List<Error> errors = meta.validate(node.get());
            if (!errors.isEmpty()) {
                return Optional.of(describe(errors));
            }
            registry.getSchema(node.get()).initializeValidators();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** What is wrong with a value; empty if it matches the schema. */
    Optional<String> mismatch(String schema, JsonNode value) {
        try {
            List<Error> errors =
                    schemas.computeIfAbsent(schema, registry::getSchema).validate(value);
            return errors.isEmpty() ? Optional.empty() : Optional.of(describe(errors));
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.of("it cannot be checked: " + e.getMessage());
        }
    }

    private static String describe(List<Error> errors) {
        return errors.stream()
                .limit(MAX_ERRORS)
                .map(error -> (error.getInstanceLocation() + " " + error.getMessage()).strip())
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
    }
}
