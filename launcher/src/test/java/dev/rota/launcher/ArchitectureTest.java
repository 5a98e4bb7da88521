package dev.rota.launcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The rules between modules; each module holds those within it. */
class ArchitectureTest {
    private static final JavaClasses ROTA = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.rota");

    @Test
    void theVocabularyKnowsOnlyItself() {
        classes()
                .that()
                .resideInAPackage("dev.rota.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.math..",
                        "org.jspecify..",
                        "dev.rota.domain..")
                .check(ROTA);
    }

    @Test
    void theVocabularyReadsNoClock() {
        noClasses()
                .that()
                .resideInAPackage("dev.rota.domain..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(ROTA);
    }

    @Test
    void servicesMeetInTopicsOnly() {
        slices().matching("dev.rota.(discovery|tester|ranking|gateway)..")
                .should()
                .notDependOnEachOther()
                .check(ROTA);
    }

    @Test
    void nobodyButTheLauncherWritesToTheTerminal() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.rota.launcher..", "dev.rota.format..", "dev.rota.testsupport..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(ROTA);
    }

    @Test
    void nobodyDependsOnTheLauncher() {
        classes()
                .that()
                .resideInAPackage("dev.rota.launcher..")
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAPackage("dev.rota.launcher..")
                .check(ROTA);
    }
}
