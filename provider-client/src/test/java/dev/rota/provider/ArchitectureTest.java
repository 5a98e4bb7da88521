package dev.rota.provider;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.rota.provider");

    @Test
    void judgingAndLimitsArePure() {
        classes()
                .that()
                .resideInAnyPackage("dev.rota.provider.judge..", "dev.rota.provider.limit..", "dev.rota.provider")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "dev.rota.domain..",
                        "dev.rota.provider",
                        "dev.rota.provider.judge..",
                        "dev.rota.provider.limit..")
                .check(CLASSES);
    }

    @Test
    void theHttpClientStaysInItsPackage() {
        classes()
                .that()
                .resideOutsideOfPackage("dev.rota.provider.http..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage("org.apache.hc..")
                .check(CLASSES);
    }
}
