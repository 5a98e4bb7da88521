package dev.rota.deployment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Objects;

/**
 * The schemas that Kubernetes and Strimzi publish, as the classes that they publish them from or with. KEDA has no such
 * classes; its schema is asked in {@code .ci/kubernetes}.
 */
final class PublishedSchemas {
    private static final String KUBERNETES = "io.kubernetes.client.openapi.models.";
    private static final Map<String, Class<?>> STRIMZI =
            Map.of("Kafka", Kafka.class, "KafkaNodePool", KafkaNodePool.class, "KafkaUser", KafkaUser.class);
    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .setAnnotationIntrospector(new NothingElse());

    private PublishedSchemas() {}

    /** Throws if it has a field that its kind has not, lacks one that it must have, or has one of another type. */
    static void keptBy(JsonNode manifest) {
        if (manifest.path("apiVersion").asText().startsWith("kafka.strimzi.io/")) {
            strimzi(manifest);
        } else {
            kubernetes(JsonParser.parseString(manifest.toString()));
        }
    }

    private static void kubernetes(JsonElement manifest) {
        String kind = manifest.getAsJsonObject().get("kind").getAsString();
        String api = manifest.getAsJsonObject().get("apiVersion").getAsString();
        if (!api.substring(api.indexOf('/') + 1).equals("v1")) {
            throw new IllegalArgumentException(kind + " is of " + api + ", and only v1 is looked for here");
        }
        try {
            Class.forName(KUBERNETES + "V1" + kind)
                    .getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, manifest);
        } catch (InvocationTargetException e) {
            Throwable broken = Objects.requireNonNull(e.getCause());
            throw new IllegalArgumentException(broken.getMessage(), broken);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("Kubernetes has no " + kind, e);
        }
    }

    private static void strimzi(JsonNode manifest) {
        Class<?> type = STRIMZI.get(manifest.path("kind").asText());
        if (type == null || !manifest.path("apiVersion").asText().equals("kafka.strimzi.io/v1")) {
            throw new IllegalArgumentException("Strimzi's v1 has no " + manifest.path("kind"));
        }
        try {
            JsonNode spec =
                    STRICT.valueToTree(STRICT.treeToValue(manifest, type)).path("spec");
            allKept("/spec", manifest.path("spec"), spec);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * Strimzi's enumerations read a word that they do not know as nothing: it is missing when they are written again.
     */
    private static void allKept(String path, JsonNode written, JsonNode read) {
        if (written.isObject()) {
            written.properties()
                    .forEach(
                            field -> allKept(path + "/" + field.getKey(), field.getValue(), read.path(field.getKey())));
        } else if (written.isArray()) {
            for (int i = 0; i < written.size(); i++) {
                allKept(path + "/" + i, written.get(i), read.path(i));
            }
        } else if (!written.asText().equals(read.asText())) {
            throw new IllegalArgumentException(path + " cannot be " + written);
        }
    }

    /** Strimzi's classes keep what they do not know; here that is what is looked for. */
    private static final class NothingElse extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated setter) {
            return false;
        }

        /** Defaults are written too. */
        @Override
        public JsonInclude.Value findPropertyInclusion(Annotated property) {
            return JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS);
        }
    }
}
