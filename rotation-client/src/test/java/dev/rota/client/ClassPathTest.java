package dev.rota.client;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

class ClassPathTest {
    @Test
    void onlyTheKafkaPackageNeedsKafka() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.rota.client");
        ArchRuleDefinition.classes()
                .that()
                .resideOutsideOfPackage("dev.rota.client.kafka")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.slf4j",
                        "dev.rota.domain..",
                        "dev.rota.json",
                        "com.fasterxml.jackson.core..",
                        "dev.rota.client",
                        "dev.rota.client.http",
                        "dev.rota.client.call")
                .check(classes);
    }
}
