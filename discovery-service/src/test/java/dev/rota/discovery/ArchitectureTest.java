package dev.rota.discovery;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String[] PURE = {
        "dev.rota.discovery.catalogue",
        "dev.rota.discovery.change",
        "dev.rota.discovery.filter",
        "dev.rota.discovery.plan",
        "dev.rota.discovery.wanted"
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.rota.discovery");

    @Test
    void decisionsKnowNothingOfKafkaHttpJsonOrTheClock() {
        String[] allowed = {
            "java.lang..",
            "java.util..",
            "java.time..",
            "java.math..",
            "java.nio.charset..",
            "org.jspecify..",
            "dev.rota.domain..",
            PURE[0],
            PURE[1],
            PURE[2],
            PURE[3],
            PURE[4]
        };
        classes()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .callMethod(Instant.class, "now")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(CLASSES);
    }

    @Test
    void readingJsonKnowsNothingOfKafka() {
        noClasses()
                .that()
                .resideInAPackage("dev.rota.discovery.json")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "dev.rota.discovery.kafka")
                .check(CLASSES);
    }
}
