package dev.rota.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.rota.domain.rotation.Rotation;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExportFormatTest {
    @Test
    void anUnknownFormatOffersTheNearest() {
        assertThat(ExportFormat.named("LiteLLM").name()).isEqualTo("litellm");
        assertThatThrownBy(() -> ExportFormat.named("litelm"))
                .isInstanceOf(ExportException.class)
                .hasMessage("no format \"litelm\"; did you mean litellm?");
        assertThatThrownBy(() -> ExportFormat.named("x"))
                .hasMessage("no format \"x\"; there are litellm, openhands, openrouter, env");
    }

    @Test
    void noFormatHoldsAKeyAndAllSayTheSameForEveryRevision() {
        Samples samples = new Samples().free("openrouter/a/one").free("groq/a/two");
        Selected selected = samples.select();
        Selected later = Selected.of(
                new Rotation(
                        "speed",
                        99,
                        Samples.T.plusSeconds(3600),
                        "0123abcd",
                        samples.rotation().entries(),
                        null,
                        null),
                samples.facts,
                Samples.ENDPOINTS,
                ExportChoice.free(),
                Samples.T);
        for (ExportFormat format : ExportFormat.all()) {
            assertThat(format.write(later))
                    .as(format.name())
                    .isEqualTo(format.write(selected))
                    .endsWith("\n");
        }
    }

    @Test
    void aKeyIsOnlyEverNamed() {
        assertThatThrownBy(() -> new Endpoint("acme", Samples.GROQ.url(), Optional.of("sk-or-v1-looks-like-a-key")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be named by an environment variable")
                .hasMessageNotContaining("looks-like");
    }

    @Test
    void itDependsOnTheVocabularyAndJacksonAlone() {
        ArchRuleDefinition.classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.jspecify..", "dev.rota.domain..", "dev.rota.export", "com.fasterxml.jackson..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.rota.export"));
    }
}
