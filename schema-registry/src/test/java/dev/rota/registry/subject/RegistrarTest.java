package dev.rota.registry.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.RegisterSchemaRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules that the contract test cannot see from outside; no Kafka, no HTTP. */
class RegistrarTest {

    private static final String STRING = "\"string\"";

    private final List<Entry> written = new ArrayList<>();
    private final Subjects subjects = new Subjects(CompatibilityLevel.BACKWARD_TRANSITIVE);
    private final Registrar registrar = new Registrar(subjects, entry -> {
        written.add(entry);
        subjects.apply(entry);
    });

    @Test
    void theSameSchemaIsWrittenOnce() {
        registrar.register(schema("s", STRING), false);
        registrar.register(schema("s", "{\"type\": \"string\"}"), false);
        assertThat(written).hasSize(1);
    }

    @Test
    void aFailedWriteLeavesNothingBehind() {
        Registrar broken = new Registrar(subjects, _ -> {
            throw RegistryError.storeFailed("no disk");
        });
        assertThatThrownBy(() -> broken.register(schema("s", STRING), false)).hasMessageContaining("no disk");
        assertThatThrownBy(() -> registrar.lookup().versions("s", true)).hasMessageContaining("not found");
    }

    @Test
    void aSchemaThatIsRegisteredAgainAfterDeletionHasItsIdAndTheNextVersion() {
        int id = registrar.register(schema("s", STRING), false).id();
        registrar.deleteSubject("s", false);
        StoredSchema again = registrar.register(schema("s", STRING), false);
        assertThat(again.id()).isEqualTo(id);
        assertThat(again.version()).isEqualTo(2);
    }

    @Test
    void anIdIsNotGivenAgainWhileTheRegistryRuns() {
        int id = registrar.register(schema("s", STRING), false).id();
        registrar.deleteSubject("s", false);
        registrar.deleteSubject("s", true);
        assertThat(registrar.register(schema("s", "\"long\""), false).id()).isGreaterThan(id);
    }

    @Test
    void deletingASubjectTakesItsLevelAlong() {
        registrar.register(schema("s", STRING), false);
        registrar.setLevel("s", CompatibilityLevel.NONE);
        registrar.deleteSubject("s", false);
        assertThat(registrar.level("s", true)).isEqualTo(CompatibilityLevel.BACKWARD_TRANSITIVE);
    }

    @Test
    void theGlobalLevelFallsBackToTheConfiguredOne() {
        registrar.setLevel(null, CompatibilityLevel.FULL);
        assertThat(registrar.deleteLevel(null)).isEqualTo(CompatibilityLevel.FULL);
        assertThat(registrar.level(null, false)).isEqualTo(CompatibilityLevel.BACKWARD_TRANSITIVE);
    }

    @Test
    void otherLanguagesThanAvroAreRefused() {
        Schema json = schema("s", "{}");
        json.setSchemaType("JSON");
        assertThatThrownBy(() -> registrar.register(json, false)).hasMessageContaining("JSON is not supported");
    }

    @Test
    void namesAndIdsThatWouldDoHarmAreRefused() {
        assertThatThrownBy(() -> registrar.register(schema(" ", STRING), false))
                .hasMessageContaining("not a valid subject");
        Schema chosen = schema("s", STRING);
        chosen.setId(7);
        assertThatThrownBy(() -> registrar.register(chosen, false)).hasMessageContaining("import mode");
    }

    @Test
    void aReferenceToNothingIsRefused() {
        Schema schema =
                schema("s", "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"o\",\"type\":\"Other\"}]}");
        assertThatThrownBy(() -> registrar.register(schema, false)).hasMessageContaining("Invalid schema");
    }

    private static Schema schema(String subject, String text) {
        RegisterSchemaRequest request = new RegisterSchemaRequest();
        request.setSchema(text);
        return new Schema(subject, request);
    }
}
