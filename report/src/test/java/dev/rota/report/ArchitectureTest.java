package dev.rota.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.rota.report");

    @Test
    void whatAReportSaysIsApartFromHowItIsWritten() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.rota.report.content", "dev.rota.report.history", "dev.rota.report.build")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.rota.report.html", "dev.rota.report.markdown", "dev.rota.report.json", "com..")
                .check(classes);
    }

    @Test
    void itDependsOnTheVocabularyAndAJsonWriterAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "dev.rota.domain..",
                        "dev.rota.report..",
                        "com.fasterxml.jackson.core..")
                .check(classes);
    }

    @Test
    void noClockIsRead() {
        noClasses().should().callMethod(Instant.class, "now").check(classes);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(classes);
        noClasses().should().dependOnClassesThat().areAssignableTo(Clock.class).check(classes);
    }
}
