package dev.rota.ranking;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String[] PURE = {
        "dev.rota.ranking.evidence",
        "dev.rota.ranking.standing",
        "dev.rota.ranking.policy",
        "dev.rota.ranking.selection",
        "dev.rota.ranking.explain",
        "dev.rota.ranking.replay",
        "dev.rota.ranking.backtest"
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.rota.ranking");

    @Test
    void theCoreKnowsOnlyTheJdkTheDomainAndItself() {
        List<String> allowed = new ArrayList<>(List.of(PURE));
        allowed.addAll(List.of(
                "java.lang..", "java.util..", "java.time..", "java.nio..", "java.security..", "org.jspecify.."));
        allowed.add("dev.rota.domain..");
        classes()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void theCoreHasNoClockAndNoChance() {
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
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .callMethod(System.class, "nanoTime")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .check(CLASSES);
    }

    @Test
    void evidenceKnowsNoEstimateAndNoPolicyAndAnEstimateKnowsNoPolicy() {
        noClasses()
                .that()
                .resideInAPackage("dev.rota.ranking.evidence")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.rota.ranking.standing", "dev.rota.ranking.policy", "dev.rota.ranking.selection")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("dev.rota.ranking.standing")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.rota.ranking.policy", "dev.rota.ranking.selection")
                .check(CLASSES);
    }
}
