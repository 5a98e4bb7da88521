package dev.rota.tester;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.rota.tester");

    @Test
    void suitesAndGradesArePure() {
        classes()
                .that()
                .resideInAnyPackage("dev.rota.tester.suite", "dev.rota.tester.grading")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "dev.rota.domain..",
                        "dev.rota.tester.suite",
                        "dev.rota.tester.grading")
                .check(classes);
    }

    @Test
    void decisionsOfTheWorkerArePure() {
        classes()
                .that()
                .resideInAPackage("dev.rota.tester.worker")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "dev.rota.domain..",
                        "dev.rota.provider",
                        "dev.rota.provider.judge",
                        "dev.rota.provider.limit",
                        "dev.rota.tester.suite",
                        "dev.rota.tester.grading",
                        "dev.rota.tester.worker")
                .check(classes);
    }

    @Test
    void theSandboxKnowsNothingOfAnswers() {
        noClasses()
                .that()
                .resideInAPackage("dev.rota.tester.sandbox")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.rota.tester.grading", "dev.rota.tester.marking", "dev.rota.tester.suite..")
                .check(classes);
    }
}
