package dev.rota.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.rota.domain.result.TestResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonFormsTest {
    static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of(JsonForms.MODEL_FACTS, Samples.MODEL_FACTS),
                Arguments.of(JsonForms.MODEL_FACTS, Samples.BARE_MODEL_FACTS),
                Arguments.of(JsonForms.MODEL_FOUND, Samples.FOUND),
                Arguments.of(JsonForms.TEST_RESULT, Samples.SUCCESS),
                Arguments.of(JsonForms.TEST_RESULT, Samples.FAILURE),
                Arguments.of(JsonForms.STANDING, Samples.STANDING),
                Arguments.of(JsonForms.STANDING, Samples.BARE_STANDING),
                Arguments.of(JsonForms.ROTATION, Samples.ROTATION),
                Arguments.of(JsonForms.ROTATION, Samples.EMPTY_ROTATION),
                Arguments.of(JsonForms.ROTATION_CHANGE, Samples.CHANGE),
                Arguments.of(JsonForms.ROTATION_CHANGE, Samples.BARE_CHANGE),
                Arguments.of(JsonForms.AVAILABILITY, Samples.ENDING));
    }

    @ParameterizedTest
    @MethodSource("samples")
    <V> void whatIsWrittenIsReadAsItWas(JsonForm<V> form, V value) {
        assertThat(form.read(form.write(value))).isEqualTo(value);
    }

    @Test
    void anArrayIsReadAsItWasWritten() {
        List<TestResult> results =
                List.of(Samples.SUCCESS, withMessage("a } brace, a \\ and a \" in it {"), Samples.FAILURE);
        byte[] json = JsonForms.TEST_RESULT.writeAll(results).getBytes(StandardCharsets.UTF_8);
        assertThat(JsonForms.TEST_RESULT.readAll(json)).isEqualTo(results);
        assertThat(JsonForms.TEST_RESULT.readAll("[]".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThatThrownBy(() -> JsonForms.TEST_RESULT.readAll(Arrays.copyOf(json, json.length - 5)))
                .isInstanceOf(JsonException.class);
    }

    private static TestResult withMessage(String message) {
        return JsonForms.TEST_RESULT.read(JsonForms.TEST_RESULT
                .write(Samples.FAILURE)
                .replace("slow\\ndown", message.replace("\\", "\\\\").replace("\"", "\\\"")));
    }

    @Test
    void aSuccessLooksAsTheContractSays() {
        assertThat(JsonForms.TEST_RESULT.write(Samples.SUCCESS)).isEqualTo("""
                {"resultId":"r1","probeId":"p1","model":"openrouter/acme/large:free","source":"PROBE",\
                "suite":"standard","task":"add","startedAt":"2026-01-02T03:04:05.678Z","outcome":"SUCCESS",\
                "latencyMs":1234,"firstTokenMs":210,"outputTokens":87,"quality":0.75,"worker":"w1"}""");
    }

    @Test
    void aFailureLooksAsTheContractSays() {
        assertThat(JsonForms.TEST_RESULT.write(Samples.FAILURE)).isEqualTo("""
                {"resultId":"r2","model":"openrouter/acme/large:free","source":"TRAFFIC",\
                "startedAt":"2026-01-02T03:04:05.678Z","outcome":"FAILURE","latencyMs":15,\
                "failure":{"kind":"PROVIDER_ERROR","fault":"ACCOUNT","httpStatus":429,"code":"\\"429\\"",\
                "message":"slow\\ndown … 😀","retryAfterMs":2000}}""");
    }

    @Test
    void aRotationLooksAsTheContractSays() {
        assertThat(JsonForms.ROTATION.write(Samples.ROTATION)).isEqualTo("""
                {"name":"speed","revision":7,"computedAt":"2026-01-02T03:04:05.678Z","policy":"abc","entries":[\
                {"position":1,"model":"openrouter/acme/large:free","tier":"ULTRA_FAST",\
                "expectedTimeToSuccessMs":933.3,"successRate":0.9,"latencyP50Ms":850.0,"latencyP95Ms":2100.0,\
                "firstTokenP50Ms":120.0,"quality":0.8,"observations":12,"lastResultAt":"2026-01-02T03:04:05.678Z"}],\
                "staleSince":"2026-01-02T03:04:05.678Z","note":"every model failed at once"}""");
    }

    @Test
    void aChangeLooksAsTheContractSays() {
        assertThat(JsonForms.ROTATION_CHANGE.writeAll(List.of(Samples.CHANGE))).isEqualTo("""
                [{"name":"speed","revision":7,"at":"2026-01-02T03:04:05.678Z","kind":"PRIMARY_CHANGED",\
                "model":"openrouter/acme/large:free","fromPosition":2,"toPosition":1,\
                "reason":"0.9 s against 1.4 s expected"}]""");
    }

    @Test
    void anAnnouncedEndNamesItsReplacements() {
        assertThat(JsonForms.AVAILABILITY.write(Samples.ENDING)).isEqualTo("""
                {"at":"2026-01-02T03:04:05.678Z","kind":"ENDING","model":"openrouter/acme/large:free","free":true,\
                "announced":true,"replacements":["openrouter/acme/larger:free"]}""");
    }

    @Test
    void aStandingTellsItsTier() {
        assertThat(JsonForms.STANDING.write(Samples.STANDING))
                .startsWith("{\"model\":\"openrouter/acme/large:free\",\"computedAt\":")
                .contains("\"tier\":\"ULTRA_FAST\"", "\"failures\":{\"OVERLOADED\":2,\"TIMEOUT\":1}");
        assertThat(JsonForms.STANDING.write(Samples.BARE_STANDING)).doesNotContain("tier", "null");
    }

    @Test
    void nothingHereKnowsKafkaOrAvro() {
        ArchRuleDefinition.classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "dev.rota.domain..",
                        "dev.rota.json",
                        "com.fasterxml.jackson.core..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.rota.json"));
    }
}
